import Testing
import Vocabulary

@Suite struct CodeTests {
  @Test(arguments: ["", "510020", "51002011", "5100202", "0000000", "9900000", "51OO201", "５１００２０１"])
  func `a text that is no municipality's code is refused`(text: String) {
    #expect(IBGECode(text) == nil)
  }

  @Test func `a code of seven digits with its check digit is read`() {
    #expect(IBGECode("5100201")?.sixDigits == 510_020)
    #expect(IBGECode("5100201")?.federativeUnit == .MT)
  }

  @Test func `exactly nine codes are accepted though their check digit is wrong`() {
    #expect(IBGECode.checkDigitExceptions.count == 9)
    for code in IBGECode.checkDigitExceptions {
      #expect(IBGECode(code)?.number == code)
    }
  }

  @Test(arguments: ["XX", "B", "", "RI51", "RI510015X", "RZ510015", "5100200"])
  func `a text that is no territory is refused`(text: String) {
    #expect(TerritoryCode(text) == nil)
  }

  @Test(arguments: ["BR", "MT", "RI510015", "RT5104", "RS51006", "5100201"])
  func `a territory is read as it is written`(text: String) {
    #expect(TerritoryCode(text)?.description == text)
    #expect(TerritoryCode(text.lowercased())?.description == text)
  }

  @Test func `every state has its own code`() {
    #expect(FederativeUnit.allCases.count == 27)
    #expect(Set(FederativeUnit.allCases.map(\.ibgeCode)).count == 27)
    for unit in FederativeUnit.allCases { #expect(FederativeUnit(ibgeCode: unit.ibgeCode) == unit) }
  }

  @Test(arguments: [12_345_678_901, 99_999_999_999, 100_000_000_000, 1] as [UInt64])
  func `a wrong check digit of a NIS is seen`(number: UInt64) {
    #expect(!NIS.hasRightCheckDigit(number))
  }

  @Test(arguments: [16_656_547_835, 12_323_400_390, 20_404_182_474] as [UInt64])
  func `a right check digit of an invented NIS is seen`(number: UInt64) {
    #expect(NIS.hasRightCheckDigit(number))
  }

  @Test(arguments: [
    "", "5f0c", "5f0c9a1e-0d7c-4b52-9f3e-7c1d2a3b4c5", "5f0c9a1e00d7c-4b52-9f3e-7c1d2a3b4c5d",
  ])
  func `a text that is no id is refused`(text: String) {
    #expect(ID<Day>(text) == nil)
  }

  @Test func `an id made from the same randomness is the same id`() {
    var first = Counting()
    var second = Counting()
    let id = ID<Day>(from: &first)
    #expect(id == ID<Day>(from: &second))
    #expect(ID<Day>(id.text.uppercased()) == id)
  }

  @Test(arguments: [
    (20_000, Porte.pequenoI), (20_001, .pequenoII), (50_000, .pequenoII), (50_001, .medio), (100_000, .medio),
    (100_001, .grande), (900_000, .grande), (900_001, .metropole), (0, .pequenoI),
  ])
  func `the size class changes at its limits`(population: Int, porte: Porte) {
    #expect(Porte(population: population) == porte)
  }
}

private struct Counting: RandomNumberGenerator {
  var number: UInt64 = 0
  mutating func next() -> UInt64 {
    number &+= 0x9E37_79B9_7F4A_7C15
    return number
  }
}
