import Expressions
import Foundation
import Testing
import Vocabulary

@Suite struct PropertyTests {
  /// What texts at random are made of: parts of formulas, and what does not belong into one.
  private static let pieces = [
    "(", ")", "[", "]", ",", ".", ":", "+", "-", "*", "/", "%", "^", "<=", "==", "!", "&&", "||", " ", "\n",
    "\r\n",
    "a", "pbf.families", "G01.horas", "M02[saude, ", "true", "in", "and", "is(", "if(", "sum(", "round(",
    "days(",
    "log(", "0", "1", "0.5", "007", "2025-02-29", "99999999999999999999999999", "\"", "'", "\"x\"", "\\",
    ".offset(-1)", ".over(territory: ", ".over(time: last)", ".yearToDate", ".from(2025-01-01)", "é", "\u{0}",
    "\u{202E}", "👩‍👧", "\u{301}", "#", "=", "😀", "\u{FFFD}", "\u{A0}", "union(I01, ", "count(",
  ]

  @Test func `what is printed reads as the same tree, and prints the same again`() throws {
    var trees = RandomTrees(generator: SeededGenerator(seed: 4))
    for _ in 0..<3_000 {
      let tree = trees.tree(depth: 4)
      let printed = tree.description
      guard printed.unicodeScalars.count <= FormulaLimits.length, tree.items.count <= FormulaLimits.items
      else {
        continue
      }
      let formula = try Formula(printed)
      #expect(formula.tree == tree, "\(printed)")
      #expect(formula.description == printed)
    }
  }

  @Test func `no text crashes it: it is a formula, or a fault within the text`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<6_000 {
      let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }.joined()
      exercise(text)
    }
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `no cut and no change of a good formula crashes it`() {
    var generator = SeededGenerator(seed: 11)
    let good = ["operators.tsv", "functions.tsv", "sets.tsv", "missing.tsv", "printed.tsv", "series.tsv"]
      .flatMap(VectorFile.lines).map { $0.field(0) }
    for text in good {
      var bytes = Array(text.utf8)
      exercise(
        String(decoding: bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)), as: UTF8.self))
      guard !bytes.isEmpty else { continue }
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...127, using: &generator)
      exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Reads, checks and computes, with all values there and with none.
  private func exercise(_ text: String) {
    do throws(FormulaFault) {
      let formula = try Formula(text)
      let checked = try formula.checked(against: Items.known)
      _ = try checked.outcome(missing: .unknown, values: [])
      _ = try checked.outcome(missing: .lenient) { Self.value(of: $0.type) }
    } catch {
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(error.place.line >= 1 && error.place.line <= lines.count, "\(text): \(error)")
      #expect(!error.problem.rule.isEmpty)
    }
  }

  private static func value(of type: FormulaType) -> FormulaValue {
    let scalar: ScalarValue =
      switch type.scalar {
      case .number: .number(ExactNumber(9_999_999_999))
      case .text: .text("p0a6")
      case .day: .day(Day("2025-01-31")!)
      case .truth: .truth(true)
      }
    return switch type.shape {
    case .single: .one(scalar)
    case .set: .set([scalar])
    case .column: .column([scalar, nil])
    }
  }

  @Test func `the order of what can be exchanged makes no difference`() throws {
    var cases = RandomCases(generator: SeededGenerator(seed: 21))
    let pairs = [
      ("(A) + (B)", "(B) + (A)"), ("(A) * (B)", "(B) * (A)"), ("(A) == (B)", "(B) == (A)"),
      ("(A) < (B)", "(B) > (A)"), ("sum(A, B)", "sum(B, A)"), ("avg(A, B)", "avg(B, A)"),
      ("greatest(A, B)", "greatest(B, A)"), ("min(A, B)", "min(B, A)"), ("count(A, B)", "count(B, A)"),
      ("(A) > 1 and (B) > 1", "(B) > 1 and (A) > 1"), ("(A) > 1 or (B) > 1", "(B) > 1 or (A) > 1"),
      ("is(A in B, 1)", "is(A in 1, B)"),
    ]
    for _ in 0..<120 {
      let (left, right, given) = (cases.number(2), cases.number(2), GivenValues(cases.given()))
      for (one, other) in pairs {
        for treatment in MissingTreatment.allCases {
          let results = [one, other].map { pattern in
            let text = pattern.replacing("A", with: left).replacing("B", with: right)
            return outcome(text, given, treatment)
          }
          // Which of two overflows is met first is no result.
          if results[0].hasPrefix("!"), results[1].hasPrefix("!") { continue }
          #expect(results[0] == results[1], "\(one) with \(left) and \(right)")
        }
      }
    }
  }

  private func outcome(_ text: String, _ given: GivenValues, _ treatment: MissingTreatment) -> String {
    do throws(FormulaFault) {
      return ordered(
        try Formula(text).checked(against: Items.known).outcome(missing: treatment) { given[$0] }.value)
    } catch {
      return "! \(error.short)"
    }
  }

  /// Formulas and values at random with what they give here. The Python evaluator works off the same file, so
  /// a fault would have to be made twice, in two languages, to stay unseen.
  @Test func `random formulas give what the other evaluator agrees to`() throws {
    var cases = RandomCases(generator: SeededGenerator(seed: 35))
    var lines = [
      "# Written by PropertyTests.swift with a seed; checked by Tests/Program/test_formulas.py as well."
    ]
    while lines.count <= 600 {
      let text = Bool.random(using: &cases.generator) ? cases.number(3) : cases.truth(3)
      guard text.count <= 400 else { continue }
      let given = cases.given()
      let treatment = cases.pick(MissingTreatment.allCases)
      let value = outcome(text, GivenValues(given), treatment)
      lines.append("\(text)\t\(treatment.rawValue)\t\(given)\t\(value)")
    }
    try expectGolden(lines.joined(separator: "\n"), "random.tsv")
  }

  /// The same for texts that mostly are no formulas: both readers stumble over the same thing at the same
  /// place.
  @Test func `both readers find the same fault at the same place`() throws {
    var trees = RandomTrees(generator: SeededGenerator(seed: 49))
    var lines = [
      "# Written by PropertyTests.swift with a seed; checked by Tests/Program/test_formulas.py as well."
    ]
    func line(_ text: String) { lines.append("\(Self.escaped(text))\t\(reading(of: text))") }
    let good = ["functions.tsv", "sets.tsv", "printed.tsv", "series.tsv"].flatMap(VectorFile.lines).map {
      $0.field(0)
    }
    for _ in 0..<400 {
      line(trees.tree(depth: 2).description)
      line((0..<Int.random(in: 1...6, using: &trees.generator)).map { _ in trees.pick(Self.pieces) }.joined())
      var scalars = Array(trees.pick(good).unicodeScalars)
      let cut = Int.random(in: 0..<scalars.count, using: &trees.generator)
      let end = min(scalars.count, cut + Int.random(in: 0...3, using: &trees.generator))
      scalars.replaceSubrange(cut..<end, with: trees.pick(Self.pieces).unicodeScalars)
      line(String(String.UnicodeScalarView(scalars)))
    }
    try expectGolden(lines.joined(separator: "\n"), "texts.tsv")
  }

  private func reading(of text: String) -> String {
    do throws(FormulaFault) {
      let formula = try Formula(text)
      _ = try formula.checked(against: Items.known)
      return formula.description
    } catch {
      return "! \(error.short)"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      if scalar == "\n" { return "⏎" }
      let isPlain = scalar.isASCII && scalar.value >= 0x20 || "éçã👩👧😀".unicodeScalars.contains(scalar)
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return isPlain ? String(scalar) : "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
