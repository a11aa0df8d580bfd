import Expressions
import Testing
import Vocabulary

/// Each line of the vector files. The same files are worked off by another evaluator, in Python, that was
/// written from the specification alone: Tests/Program/test_formulas.py.
@Suite struct VectorTests {
  @Test(arguments: VectorFile.lines("faults.tsv"))
  func `a fault names its place, and what was expected or meant`(line: VectorFile.Line) throws {
    let fault = #expect(throws: FormulaFault.self) {
      try Formula(line.field(0)).checked(against: Items.known)
    }
    #expect(fault?.short == line.fields[1])
  }

  @Test(
    arguments: ["operators.tsv", "functions.tsv", "sets.tsv", "missing.tsv"].flatMap(VectorFile.lines))
  func `a formula gives its value`(line: VectorFile.Line) throws {
    let treatment = try #require(MissingTreatment(rawValue: line.fields[1]))
    let given = GivenValues(line.fields[2])
    let found = value {
      try Formula(line.field(0)).checked(against: Items.known).outcome(missing: treatment) { given[$0] }.value
    }
    #expect(found == line.fields[3])
  }

  @Test(arguments: VectorFile.lines("printed.tsv"))
  func `a formula has a usual form, and says what it needs`(line: VectorFile.Line) throws {
    let formula = try Formula(line.field(0))
    let checked = try formula.checked(against: Items.known)
    #expect(formula.description == line.fields[1])
    #expect(checked.unit.description == (line.fields[2] == "-" ? "" : line.fields[2]))
    let inputs = checked.inputs.map(\.description).joined(separator: "; ")
    #expect(inputs == (line.fields[3] == "-" ? "" : line.fields[3]))
    #expect(try Formula(line.fields[1]).tree == formula.tree)
  }

  @Test(arguments: VectorFile.lines("indicators.tsv"))
  func `an indicator divides last, and needs both sides`(line: VectorFile.Line) throws {
    let given = GivenValues(line.fields[3])
    let numerator = try Formula(line.field(0)).checked(against: Items.known)
    let denominator = line.fields[1] == "-" ? nil : try Formula(line.field(1)).checked(against: Items.known)
    let indicator = try IndicatorFormula(
      numerator: numerator, denominator: denominator,
      missing: try #require(MissingTreatment(rawValue: line.fields[2])))
    var sides = "-"
    let found = value {
      let outcome = try indicator.outcome { given[$0] }
      sides = ([outcome.numerator] + (outcome.denominator.map { [$0] } ?? []))
        .map { $0.number?.description ?? "none" }.joined(separator: " / ")
      return outcome.value.map { .number($0) }
    }
    #expect(found == line.fields[4])
    #expect(sides == line.fields[5])
  }

  @Test(arguments: VectorFile.lines("series.tsv"))
  func `values are put together over territory and time`(line: VectorFile.Line) throws {
    let source = ReportedValues(line.fields[3])
    let period = line.fields[2].split(separator: "+")
    let month = try #require(ReferenceMonth(period[0]))
    let span = try #require(MonthSpan(from: month, months: period.count > 1 ? Int(period[1]) ?? 0 : 1))
    var first = "-"
    let found = value {
      let result = try Formula(line.field(0)).checked(against: Items.known)
        .outcome(from: source, in: line.fields[1], over: span, missing: .lenient)
      first = result.inputs.first.map { "\($0.basis) \($0.reported)/\($0.expected)" } ?? "-"
      return result.outcome.value
    }
    #expect(found == line.fields[4])
    #expect(first == line.fields[5])
  }

  /// The value as the vectors write it, or the fault.
  private func value(_ compute: () throws -> FormulaValue?) -> String {
    do {
      return ordered(try compute())
    } catch let fault as FormulaFault {
      return "! \(fault.short)"
    } catch {
      return "\(error)"
    }
  }
}

/// `a@aguaBoa:2024-01=1 a@leste:2024-01=2`, in the territories of `territories.tsv`.
struct ReportedValues: Observations {
  private var values: [String: ExactNumber] = [:]
  private static let partsByTerritory: [String: [String]?] = Dictionary(
    uniqueKeysWithValues: VectorFile.lines("territories.tsv").map { line in
      let parts = line.fields[1]
      let names = parts == "none" ? [] : parts.split(separator: ", ").map(String.init)
      return (line.fields[0], parts == "-" ? nil : names)
    })

  init(_ text: String) {
    for part in text.split(separator: " ") {
      let pair = part.split(separator: "=").map(String.init)
      values[pair[0]] = GivenValues.number(pair[1])
    }
  }

  func value(of item: ItemKey, in territory: String, _ month: ReferenceMonth) -> ExactNumber? {
    values["\(item)@\(territory):\(month)"]
  }

  func parts(of territory: String) -> [String]? {
    Self.partsByTerritory[territory] ?? nil
  }
}
