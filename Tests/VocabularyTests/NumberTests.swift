import Testing
import Vocabulary

@Suite struct NumberTests {
  @Test func `a division by zero gives no value`() {
    #expect(Ratio(5, of: 0).rounded(places: 2) == nil)
    #expect(Ratio(0, of: 0).rounded(places: 2) == nil)
  }

  @Test func `a result that does not fit gives no value`() {
    #expect(Ratio(Int64.max, of: 1).rounded(places: 2) == nil)
  }

  @Test(
    arguments: [
      (1, 3, 4, "0.3333"), (2, 3, 4, "0.6667"), (1, 8, 2, "0.13"), (-1, 8, 2, "-0.13"), (17, 33, 4, "0.5152"),
      (12, 23, 4, "0.5217"), (5, 1, 0, "5"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (0, 7, 2, "0.00"),
    ] as [(Int64, Int64, Int, String)])
  func `a ratio is rounded half up at its last place`(top: Int64, bottom: Int64, places: Int, text: String) {
    #expect(Ratio(top, of: bottom).rounded(places: places)?.description == text)
  }

  @Test func `cents become reais by moving the point`() {
    #expect(Ratio(70_848_900, of: 1).rounded(places: 2, shift: -2)?.description == "708489.00")
    #expect(Ratio(70_848_900, of: 1_065).rounded(places: 2, shift: -2)?.description == "665.25")
  }

  @Test(
    arguments: [(5, 2, "0.05"), (-5, 2, "-0.05"), (123, 0, "123"), (0, 3, "0.000")] as [(Int64, Int, String)])
  func `a decimal keeps its places`(units: Int64, places: Int, text: String) {
    #expect(FixedDecimal(units, places: places).description == text)
  }

  @Test func `decimals of different places are compared by value`() {
    #expect(FixedDecimal(15, places: 1) < FixedDecimal(151, places: 2))
    #expect(!(FixedDecimal(15, places: 1) < FixedDecimal(150, places: 2)))
  }

  @Test(arguments: ["", "1 2", "-1", "1e3", "1234567890123456789"])
  func `a text that is not plain digits is no number`(text: String) {
    #expect(Digits.number(text) == nil)
  }
}
