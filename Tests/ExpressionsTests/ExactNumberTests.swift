import Expressions
import Foundation
import Testing
import Vocabulary

@Suite struct ExactNumberTests {
  @Test func `no number has zero below its line, or a part that does not fit`() {
    #expect(ExactNumber(1, over: 0) == nil)
    #expect(ExactNumber(.min, over: 1) == nil)
    #expect(ExactNumber(1, over: .min) == nil)
    #expect(ExactNumber(Ratio(1, of: 0)) == nil)
    #expect(ExactNumber(FixedDecimal(1, places: 39)) == nil)
    #expect(ExactNumber.one.divided(by: .zero) == nil)
    #expect(ExactNumber.one.remainder(dividedBy: .zero) == nil)
  }

  @Test func `what does not fit is nil, and nothing traps`() throws {
    let most = try #require(ExactNumber(.max, over: 1))
    let least = try #require(ExactNumber(1, over: .max))
    #expect(most.adding(.one) == nil)
    #expect(most.negated.subtracting(.one) == nil)
    #expect(most.multiplied(by: most) == nil)
    #expect(most.divided(by: least) == nil)
    #expect(least.adding(most) == nil)
    #expect(most.rounded(places: 12) == most)
    #expect(least.rounded(places: 38)?.description == "0.00000000000000000000000000000000000001")
    #expect(most.fixed(places: 0) == nil)
    #expect(ExactNumber(Int64.max).fixed(places: 1) == nil)
    let power = try #require(ExactNumber(-(1 << 126), over: 1))
    #expect(power.remainder(dividedBy: try #require(ExactNumber(-1, over: 2))) == nil)
    #expect(most.floored == most)
    #expect(most.negated.ceiled == most.negated)
  }

  @Test func `every number has lowest terms and one sign, above the line`() throws {
    let number = try #require(ExactNumber(6, over: -4))
    #expect(number.numerator == -3)
    #expect(number.denominator == 2)
    #expect(ExactNumber(0, over: -7) == .zero)
    #expect(number.description == "-1.5")
  }

  @Test func `money and rates come in exactly and go out rounded half up`() {
    #expect(ExactNumber(Cents(70_848_900)).description == "708489")
    #expect(ExactNumber(Cents(-5)).description == "-0.05")
    #expect(ExactNumber(Cents(.min)).description == "-92233720368547758.08")
    #expect(ExactNumber(FixedDecimal(66_525, places: 2))?.description == "665.25")
    #expect(ExactNumber(Ratio(70_848_900, of: 106_500))?.fixed(places: 2) == FixedDecimal(66_525, places: 2))
    #expect(ExactNumber(Ratio(-1, of: 8))?.fixed(places: 2) == FixedDecimal(-13, places: 2))
    #expect(ExactNumber(Ratio(1, of: 3))?.fixed(places: 4)?.description == "0.3333")
    #expect(ExactNumber(5).fixed(places: 0)?.description == "5")
  }

  @Test func `arithmetic and order are those of fractions`() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let parts = (0..<4).map { _ in Int128(Int64.random(in: -1_000...1_000, using: &generator)) }
      guard let left = ExactNumber(parts[0], over: parts[1]),
        let right = ExactNumber(parts[2], over: parts[3])
      else { continue }
      let bottom = parts[1] * parts[3]
      #expect(left.adding(right) == ExactNumber(parts[0] * parts[3] + parts[2] * parts[1], over: bottom))
      #expect(left.multiplied(by: right) == ExactNumber(parts[0] * parts[2], over: bottom))
      let difference = try #require(left.subtracting(right))
      #expect((left < right) == (difference.numerator < 0))
      #expect((left == right) == difference.isZero)
      if !right.isZero {
        #expect(left.divided(by: right)?.multiplied(by: right) == left)
        let remainder = try #require(left.remainder(dividedBy: right))
        #expect(remainder.magnitude < right.magnitude)
        #expect(try #require(left.subtracting(remainder)?.divided(by: right)).isWhole)
      }
      #expect(left.floored <= left && left < (left.floored.adding(.one) ?? .zero))
      #expect(left.ceiled >= left)
    }
  }

  @Test func `numbers with the longest parts are put in order without overflow`() throws {
    let near = try #require(ExactNumber(.max, over: .max - 1))
    let nearer = try #require(ExactNumber(.max - 1, over: .max - 2))
    #expect(near < nearer)
    #expect(!(nearer < near))
    #expect(nearer.negated < near.negated)
    #expect(!(near < near))
  }

  @Test(
    arguments: [
      (5, 2, 0, "3"), (-5, 2, 0, "-3"), (49, 20, 1, "2.5"), (1, 3, 4, "0.3333"), (2, 3, 0, "1"),
      (1_250, 1, -2, "1300"),
      (-1_249, 1, -2, "-1200"), (1, 1_000, 2, "0"), (-1, 1_000, 2, "0"),
    ] as [(Int128, Int128, Int, String)])
  func `the half goes away from zero`(top: Int128, bottom: Int128, places: Int, text: String) throws {
    #expect(try #require(ExactNumber(top, over: bottom)).rounded(places: places)?.description == text)
  }

  @Test func `logarithms and powers agree with the machine's to ten digits, and are marked`() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let top = Int64.random(in: 1...1_000_000, using: &generator)
      let bottom = Int64.random(in: 1...1_000_000, using: &generator)
      let tenths = Int64.random(in: -39...39, using: &generator) * 2 + 1
      let base = Double(top) / Double(bottom)
      let values: [(String, Double)] = [
        ("log(\(top) / \(bottom))", log(base)), ("log10(\(top) / \(bottom))", log10(base)),
        ("(\(top) / \(bottom)) ^ (\(tenths) / 20)", pow(base, Double(tenths) / 20)),
      ]
      for (text, machine) in values {
        let checked = try Formula(text).checked(against: Items.known)
        let number = try #require(try checked.outcome(missing: .unknown, values: []).number)
        #expect(!number.isExact && !checked.isExact)
        let found = Double(number.numerator) / Double(number.denominator)
        #expect(abs(found - machine) <= max(abs(machine), 0.01) * 1e-10, "\(text)")
      }
    }
  }

  @Test func `a marked number stays marked, and an exact one exact`() throws {
    func number(_ text: String) throws -> ExactNumber? {
      try Formula(text).checked(against: Items.known).outcome(missing: .unknown, values: []).number
    }
    for text in [
      "1 + log(2)", "-log(2)", "0 * log(2)", "1 / log(2)", "round(log(2), 1)", "log(2) ^ 2", "log(2) % 1",
    ] {
      #expect(try number(text)?.isExact == false, "\(text)")
    }
    for text in ["1 / 3", "2 ^ 3", "2 ^ -3", "7 % 3", "round(1 / 3, 2)"] {
      #expect(try number(text)?.isExact == true, "\(text)")
    }
  }
}
