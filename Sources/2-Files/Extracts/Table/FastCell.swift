/// A field without its quotes, read a word at a time. Blocks have room for reading eight bytes past a field.
struct FastCell {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int) {
    let isQuoted = to &- from >= 2 && bytes[from] == RecordEnds.quote && bytes[to &- 1] == RecordEnds.quote
    start = bytes + (isQuoted ? from &+ 1 : from)
    count = isQuoted ? to &- from &- 2 : to &- from
  }

  var cell: Cell { Cell(plain: start, count) }

  @inline(__always)
  func load<Word: FixedWidthInteger & BitwiseCopyable>(_ type: Word.Type, at offset: Int) -> Word {
    Word(littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: Word.self))
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// Each byte of the word as a digit, or nil if one is none.
  @inline(__always)
  private static func digits(_ word: UInt64) -> UInt64? {
    let isDigits =
      (word & 0xF0F0_F0F0_F0F0_F0F0) == zeros
      && ((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) == zeros
    return isDigits ? word &- zeros : nil
  }

  /// The number that eight digits write, first digit in the lowest byte.
  @inline(__always)
  private static func number(_ digits: UInt64) -> UInt64 {
    var word = digits &* 10 &+ digits &>> 8
    word =
      ((word & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        &+ ((word &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) &>> 32
    return word
  }

  /// `bytes` digits at the front, as if zeros stood before them.
  @inline(__always)
  private func digits(first bytes: Int) -> UInt64? {
    let shift = UInt64(truncatingIfNeeded: (8 &- bytes) &* 8)
    let word = load(UInt64.self, at: 0)
    return Self.digits(bytes == 8 ? word : word &<< shift | Self.zeros &>> (64 &- shift))
  }

  @inline(__always)
  var siafi: Int? {
    guard count >= 1, count <= 4, let digits = digits(first: count) else { return nil }
    return Int(truncatingIfNeeded: Self.number(digits))
  }

  /// Eleven digits and whether they are suspect; any other length is left to the careful way.
  @inline(__always)
  var nis: (number: UInt64, isSuspect: Bool)? {
    guard count == 11, let high = Self.digits(load(UInt64.self, at: 0)) else { return nil }
    let lowWord = UInt64(load(UInt32.self, at: 7)) &>> 8
    guard let low = Self.digits(lowWord | 0x3030_3030_3000_0000) else { return nil }
    let ninth = low & 255
    let tenth = low &>> 8 & 255
    let check = low &>> 16 & 255
    let number = Self.number(high) &* 1_000 &+ ninth &* 100 &+ tenth &* 10 &+ check
    // Weights 3 9 7 5 for the first, third… digit and 2 8 6 4 for the others: four products in each word's top.
    let odd = ((high & 0x00FF_00FF_00FF_00FF) &* 0x0003_0009_0007_0005) &>> 48
    let even = ((high &>> 8 & 0x00FF_00FF_00FF_00FF) &* 0x0002_0008_0006_0004) &>> 48
    let sum = odd &+ even &+ ninth &* 3 &+ tenth &* 2
    let expected = 11 &- sum % 11
    let first = high & 255
    let isRight = check == (expected >= 10 ? 0 : expected)
    return (number, !isRight || first &- 1 > 1)
  }

  /// Up to eight digits, the decimal sign, two digits; above zero.
  @inline(__always)
  func cents(decimal: UInt64) -> Int64? {
    let whole = count &- 3
    guard whole >= 1, whole <= 8, let digits = digits(first: whole) else { return nil }
    let tail = UInt64(load(UInt32.self, at: whole)) & 0xFF_FFFF
    guard tail & 255 == decimal, let fraction = Self.digits(tail &>> 8 | 0x3030_3030_3030_0000) else {
      return nil
    }
    let cents = Self.number(digits) &* 100 &+ (fraction & 255) &* 10 &+ (fraction &>> 8 & 255)
    return cents > 0 ? Int64(truncatingIfNeeded: cents) : nil
  }

  /// As `Cell.isMissingCPF`; `000.000.000-00`, the usual form, in two looks.
  @inline(__always)
  var isMissingCPF: Bool {
    if count == 14, load(UInt64.self, at: 0) == Self.zeroCPF.start,
      load(UInt64.self, at: 6) == Self.zeroCPF.end
    {
      return true
    }
    return cell.isMissingCPF
  }

  /// `000.000.` and `0.000-00`, first character in the lowest byte.
  private static let zeroCPF: (start: UInt64, end: UInt64) = (0x2E30_3030_2E30_3030, 0x3030_2D30_3030_2E30)
}
