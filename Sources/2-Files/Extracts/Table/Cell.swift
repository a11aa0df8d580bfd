import Vocabulary

/// One field's bytes where they lie; without the quotes around it, if it had them. Quotes within are left as they
/// are: no column that is read may hold one.
struct Cell {
  let start: UnsafePointer<UInt8>
  let count: Int

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    if count >= 2, start[0] == RecordEnds.quote, start[count - 1] == RecordEnds.quote {
      self.start = start + 1
      self.count = count - 2
    } else {
      self.start = start
      self.count = count
    }
  }

  /// Bytes from which quotes were taken already.
  init(plain start: UnsafePointer<UInt8>, _ count: Int) {
    self.start = start
    self.count = count
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}

// How each column is read: the plain statement of the rules. `FastRow` reads the usual forms quicker.
extension Cell {
  /// Months are counted from January 2000, the first that can be read.
  static let months = ReferenceMonth.years.count * 12

  /// `202312` or `12/2023`, year 2000–2099: the month's position, 0..<1200.
  var month: Int? {
    if count == 6 { return Self.month(year: number(0, 4), number(4, 2)) }
    if count == 7, start[2] == UInt8(ascii: "/") { return Self.month(year: number(3, 4), number(0, 2)) }
    return nil
  }

  private static func month(year: Int?, _ number: Int?) -> Int? {
    guard let year, let number, ReferenceMonth.years.contains(year), (1...12).contains(number) else {
      return nil
    }
    return (year - ReferenceMonth.years.lowerBound) * 12 + number - 1
  }

  /// `1` to `12`, with or without zero before: 0..<12.
  var monthNumber: Int? {
    guard (1...2).contains(count), let number = number(0, count), (1...12).contains(number) else {
      return nil
    }
    return number - 1
  }

  /// One to four digits.
  var siafi: Int? { (1...4).contains(count) ? number(0, count) : nil }

  /// One to eleven digits. Longer, empty, letters, `1,23E+10`: a spreadsheet's damage, not readable.
  var nis: UInt64? { (1...11).contains(count) ? number(0, count).map { UInt64($0) } : nil }

  /// Whole reais before the decimal sign, at most: 9 digits.
  static let maximumRealDigits = 9

  /// Cents of an amount above zero: digits, the decimal sign, two digits. Thousands are set apart only by
  /// `thousands`, and then everywhere (`1,022.00`).
  func cents(decimal: UInt8, thousands: UInt8?) -> Int64? {
    guard count >= 4, start[count - 3] == decimal, let fraction = number(count - 2, 2) else { return nil }
    var reais = 0
    var digits = 0
    let wholeCount = count - 3
    let isGrouped = thousands.map { sign in bytes[..<wholeCount].contains(sign) } ?? false
    for index in 0..<wholeCount {
      if isGrouped, (wholeCount - index) % 4 == 0 {
        guard start[index] == thousands, index > 0 else { return nil }
        continue
      }
      guard let digit = Digits.value(start[index]) else { return nil }
      reais = reais * 10 + digit
      digits += 1
      guard digits <= Self.maximumRealDigits else { return nil }
    }
    let cents = Int64(reais * 100 + fraction)
    return cents > 0 ? cents : nil
  }

  /// Empty, or `000.000.000-00`.
  var isMissingCPF: Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// Two letters as they lie, or nil.
  var letters: UInt16? { count == 2 ? UInt16(start[0]) | UInt16(start[1]) << 8 : nil }

  private func number(_ from: Int, _ digits: Int) -> Int? {
    var number = 0
    for index in from..<from + digits {
      guard let digit = Digits.value(start[index]) else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
