import Testing
import Vocabulary

@Suite struct TimeTests {
  @Test(arguments: [
    "", "2023-13", "2023-00", "1999-12", "2100-01", "2023-1", "202312", "2023-12-01", "2O23-12",
  ])
  func `a text that is no month is refused`(text: String) {
    #expect(ReferenceMonth(text) == nil)
  }

  @Test func `months are counted over the end of the year`() throws {
    let december = try #require(ReferenceMonth("2023-12"))
    #expect((december + 1).description == "2024-01")
    #expect((december + 1 - 13).description == "2022-12")
    #expect((december + 25).months(since: december) == 25)
  }

  @Test(arguments: [
    "2023-02-29", "2100-02-29", "2023-04-31", "2023-00-10", "2023-12-00", "2023-12-32", "23-12-01",
  ])
  func `a day that does not exist is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "2023-12-31"])
  func `a day is written as it is read`(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_795_446_513_123, "2026-11-23T15:08:33.123Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func `an instant is written in universal time and read back`(milliseconds: Int64, text: String) {
    let instant = Instant(millisecondsSince1970: milliseconds)
    #expect(instant.description == text)
    #expect(Instant(text) == instant)
  }

  @Test func `a municipality exists from its first day to its last`() throws {
    let day = try #require(Day("2025-01-01"))
    let validity = Validity(from: day)
    #expect(!validity.contains(try #require(ReferenceMonth("2024-12"))))
    #expect(validity.contains(try #require(ReferenceMonth("2025-01"))))
    #expect(Validity(until: day).contains(day))
  }
}
