import Vocabulary

extension Day {
  /// Days from `other` to this one; negative when this one is earlier.
  func days(since other: Self) -> Int { dayNumber - other.dayNumber }

  /// Birthdays from `other` to this one. Who was born on 29 February has the birthday of other years on 1
  /// March. Source: Lei 810/1949, art. 3; Lei 10.406/2002, art. 132, § 3.
  func completedYears(since other: Self) -> Int {
    year - other.year - ((month, day) < (other.month, other.day) ? 1 : 0)
  }

  /// Days since 1 January of year 1.
  private var dayNumber: Int {
    let before = year - 1
    var number = before * 365 + before / 4 - before / 100 + before / 400
    for earlier in 1..<month { number += Day.length(ofMonth: earlier, year: year) }
    return number + day - 1
  }
}
