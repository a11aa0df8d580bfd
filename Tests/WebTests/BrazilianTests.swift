import Testing
import Vocabulary

@testable import Web

@Suite struct BrazilianTests {
  private let space = "\u{00A0}"

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1.000"), (254_762, "254.762"), (-1_234_567, "−1.234.567"),
    (Int.min, "−9.223.372.036.854.775.808"),
  ])
  func `whole numbers have points between thousands`(number: Int, text: String) {
    #expect(Brazilian.whole(number) == text)
  }

  @Test(arguments: [
    (FixedDecimal(123_456, places: 2), "1.234,56"), (FixedDecimal(5, places: 2), "0,05"),
    (FixedDecimal(-5, places: 2), "−0,05"), (FixedDecimal(1_065, places: 0), "1.065"),
    (FixedDecimal(Int64.min, places: 0), "−9.223.372.036.854.775.808"),
  ])
  func `decimals have a comma`(number: FixedDecimal, text: String) {
    #expect(Brazilian.decimal(number) == text)
  }

  @Test func `money stands after its sign and never breaks`() {
    #expect(Brazilian.money(Cents(70_848_900)) == "R$\(space)708.489,00")
    #expect(Brazilian.money(Cents(-150)) == "−R$\(space)1,50")
  }

  @Test func `money is shortened from ten million up`() {
    #expect(Brazilian.shortMoney(FixedDecimal(999_999_999, places: 2)) == nil)
    #expect(Brazilian.shortMoney(FixedDecimal(1_000_000_000, places: 2)) == "R$\(space)10,00\(space)mi")
    #expect(Brazilian.shortMoney(FixedDecimal(19_652_238_900, places: 2)) == "R$\(space)196,52\(space)mi")
    #expect(Brazilian.shortMoney(FixedDecimal(1_310_000_000_000, places: 2)) == "R$\(space)13,10\(space)bi")
  }

  @Test(arguments: [
    (FixedDecimal(864, places: 4), "8,64"), (FixedDecimal(10_000, places: 4), "100,00"),
    (FixedDecimal(0, places: 4), "0,00"), (FixedDecimal(1, places: 0), "100"),
    (FixedDecimal(5, places: 1), "50"),
    (FixedDecimal(123_456, places: 6), "12,3456"),
  ])
  func `fractions are percents`(fraction: FixedDecimal, text: String) {
    #expect(Brazilian.percent(fraction) == "\(text)\(space)%")
  }

  @Test func `a share of nothing is no data`() {
    #expect(Brazilian.percent(Ratio(0, of: 0)) == "sem dado")
    #expect(Brazilian.percent(Ratio(19, of: 22)) == "86,4\(space)%")
  }

  @Test func `months and days are short and whole`() throws {
    let month = try #require(ReferenceMonth("2023-12"))
    #expect(Brazilian.month(month) == "dez.\(space)2023")
    #expect(Brazilian.fullMonth(month) == "dezembro de 2023")
    #expect(Brazilian.day(try #require(Day("2026-08-03"))) == "3\(space)ago.\(space)2026")
  }

  @Test(arguments: [
    (0 as Int64, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 KB"), (1_500, "2 KB"),
    (2_100_000, "2,1 MB"),
    (12_000_000_000, "12 GB"), (1_999_999_999, "2 GB"), (254_000_000, "254 MB"),
  ])
  func `sizes are told as file managers tell them`(bytes: Int64, text: String) {
    #expect(Brazilian.bytes(bytes) == text.replacing(" ", with: space))
  }

  @Test(arguments: [
    (0.2, "menos de 1 s"), (48.4, "48 s"), (125, "2 min 5 s"), (7_384, "2 h 3 min"),
    (Double.nan, "menos de 1 s"),
    (1e12, "99 h 59 min"),
  ])
  func `durations have two units at most`(seconds: Double, text: String) {
    #expect(Brazilian.seconds(seconds).replacing(space, with: " ") == text)
  }

  @Test func `a moment is told by the clock of the place`() throws {
    let instant = try #require(Instant("2026-11-23T02:08:33.000Z"))
    #expect(
      Clock(zone: "America/Cuiaba").moment(instant).replacing(space, with: " ") == "22 nov. 2026, 22:08")
    #expect(
      Clock(zone: "America/Rio_Branco").moment(instant).replacing(space, with: " ") == "22 nov. 2026, 21:08")
    #expect(Clock(zone: "America/Cuiaba").label == "Cuiabá (UTC−4)")
  }

  @Test(arguments: FederativeUnit.allCases)
  func `every state has its clock's name`(unit: FederativeUnit) {
    #expect(!Clock(zone: unit.timeZone).name.contains("/"))
  }
}
