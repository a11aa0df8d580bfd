public import Vocabulary

/// How numbers, money, months and days are written for people in Brazil. Every page and every
/// command uses these and no other.
public enum Brazilian {
  /// Between a number and its unit, and inside `R$ 1,00`: a line never breaks there.
  static let fixedSpace = "\u{00A0}"
  /// The true minus sign; a hyphen is too short beside digits.
  static let minus = "\u{2212}"

  static let months = [
    "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez.",
  ]
  static let fullMonths = [
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
    "novembro", "dezembro",
  ]

  /// `1.234.567`
  public static func whole(_ number: some BinaryInteger) -> String {
    (number < 0 ? minus : "") + grouped(String(number.magnitude))
  }

  /// `1.234,56`
  public static func decimal(_ number: FixedDecimal) -> String {
    let digits = padded(String(number.units.magnitude), to: number.places + 1)
    let fraction = digits.suffix(number.places)
    let text = grouped(String(digits.dropLast(number.places))) + (fraction.isEmpty ? "" : "," + fraction)
    return (number.units < 0 ? minus : "") + text
  }

  /// `R$ 1.234,56`
  public static func money(_ reais: FixedDecimal) -> String {
    let positive = FixedDecimal(Int64(clamping: reais.units.magnitude), places: reais.places)
    return (reais.units < 0 ? minus : "") + "R$" + fixedSpace + decimal(positive)
  }

  public static func money(_ cents: Cents) -> String { money(FixedDecimal(cents.count, places: 2)) }

  /// `R$ 173,25 mi`, from ten million reais up; nil below, where the exact number is as easy to read.
  public static func shortMoney(_ reais: FixedDecimal) -> String? {
    let amount = abs(reais.approximate)
    guard amount >= 10_000_000 else { return nil }
    let (scale, word): (Int64, String) =
      amount >= 1_000_000_000 ? (1_000_000_000, "bi") : (1_000_000, "mi")
    let shortened = Ratio(reais.units, of: scale).rounded(places: 2, shift: -reais.places)
    return shortened.map { money($0) + fixedSpace + word }
  }

  /// A fraction of four places as `86,43 %`.
  public static func percent(_ fraction: FixedDecimal) -> String {
    let percent =
      fraction.places >= 2
      ? FixedDecimal(fraction.units, places: fraction.places - 2)
      : FixedDecimal(fraction.units * (fraction.places == 1 ? 10 : 100), places: 0)
    return decimal(percent) + fixedSpace + "%"
  }

  /// The share of two counts as `86,4 %`; `sem dado` when there is nothing to divide by.
  public static func percent(_ ratio: Ratio, places: Int = 1) -> String {
    ratio.rounded(places: places, shift: 2).map { decimal($0) + fixedSpace + "%" } ?? Words.noData
  }

  /// `dez. 2023`
  public static func month(_ month: ReferenceMonth) -> String {
    months[month.month - 1] + fixedSpace + String(month.year)
  }

  /// `dezembro de 2023`
  public static func fullMonth(_ month: ReferenceMonth) -> String {
    "\(fullMonths[month.month - 1]) de \(month.year)"
  }

  /// `3 ago. 2026`
  public static func day(_ day: Day) -> String {
    "\(day.day)\(fixedSpace)\(months[day.month - 1])\(fixedSpace)\(day.year)"
  }

  /// `12º`, of a place in an order.
  public static func ordinal(_ number: Int) -> String { whole(number) + "º" }

  /// `1 município`, `141 municípios`
  public static func count(_ number: Int, _ one: String, _ many: String) -> String {
    whole(number) + fixedSpace + (number == 1 ? one : many)
  }

  public static func municipalities(_ number: Int) -> String { count(number, "município", "municípios") }

  /// `812 bytes`, `254 KB`, `2,1 GB`, by thousands as file managers and the ministries' sites count.
  public static func bytes(_ bytes: Int64) -> String {
    let units = ["KB", "MB", "GB", "TB"]
    guard bytes >= 1_000 else { return count(Int(bytes), "byte", "bytes") }
    var scale: Int64 = 1_000
    var unit = 0
    while unit + 1 < units.count, bytes / scale >= 1_000 {
      scale *= 1_000
      unit += 1
    }
    let tenths = Ratio(bytes, of: scale).rounded(places: 1)?.units ?? 0
    let isWhole = unit == 0 || tenths >= 1_000 || tenths % 10 == 0
    let number = isWhole ? FixedDecimal((tenths + 5) / 10, places: 0) : FixedDecimal(tenths, places: 1)
    return decimal(number) + fixedSpace + units[unit]
  }

  /// `menos de 1 s`, `48 s`, `2 min 5 s`
  public static func seconds(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 1 else { return "menos de 1\(fixedSpace)s" }
    let whole = Int(min(seconds.rounded(), 359_999))
    if whole < 60 { return "\(whole)\(fixedSpace)s" }
    if whole < 3_600 { return "\(whole / 60)\(fixedSpace)min \(whole % 60)\(fixedSpace)s" }
    return "\(whole / 3_600)\(fixedSpace)h \(whole / 60 % 60)\(fixedSpace)min"
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return text
  }

  private static func padded(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
