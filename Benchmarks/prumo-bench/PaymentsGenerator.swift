import Foundation
import Vocabulary

/// Writes a payments file as the Portal da Transparência publishes it: Latin-1, every field quoted, decimal comma.
/// The same arguments give the same bytes. Nobody in it exists.
///
/// Of every thousand rows about 30 are of the month before, 5 repeat the person of the row before, 150 have no CPF,
/// 3 an unknown municipality, 3.6 a wrong check digit, 0.4 no readable NIS, 1 no readable amount, 0.5 no month.
struct PaymentsGenerator {
  private var state: UInt64
  private let places: [(prefix: [UInt8], threshold: UInt64)]
  private let wrongPlaces: [[UInt8]]

  private static let givenNames = names(
    "MARIA ANA JOSEFA FRANCISCA ADRIANA MÁRCIA JOSÉ JOÃO ANTÔNIO LUÍS PAULA RITA")
  private static let familyNames = names(
    "FICTICIA INVENTADA FABULOSA IMAGINÁRIA FINGIDA SUPOSTA HIPOTÉTICA SONHADA CONCEIÇÃO ILUSÓRIA")
  private static let wrongMonths = names("202313 0 2023-12 202300")
  private static let wrongAmounts = names("0,00 -600,00 6OO,00 NULL")
  private static let wrongNumbers = names("1,6E+10 160000000001 NULL")

  private static func names(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { $0.unicodeScalars.map { UInt8($0.value) } }
  }

  init(municipalities: Municipalities, seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let total = municipalities.all.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    var places: [(prefix: [UInt8], threshold: UInt64)] = []
    for place in municipalities.all {
      sum += place.weight / total
      let text =
        "\"\(place.code.federativeUnit)\";\"\(Digits.padded(place.siafi, to: 4))\";\"MUNICIPIO \(place.code.sixDigits)\";\""
      places.append((Array(text.utf8), UInt64(min(sum, 1) * Double(UInt64(1) << 63))))
    }
    self.places = places
    let known = Set(municipalities.all.map(\.siafi))
    wrongPlaces =
      ["\"MT\";\"\";\"\";\"", "\"MT\";\"AB12\";\"X\";\""].map { Array($0.utf8) }
      + (0...9_999).filter { !known.contains($0) }.prefix(5).map {
        Array("\"SP\";\"\(Digits.padded($0, to: 4))\";\"DESCONHECIDO\";\"".utf8)
      }
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ count: Int) -> Int { Int(truncatingIfNeeded: next() % UInt64(count)) }

  /// True for `share` of a hundred thousand.
  private mutating func happens(_ share: Int) -> Bool { below(100_000) < share }

  mutating func write(rows: Int, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    let header =
      "\"MÊS COMPETÊNCIA\";\"MÊS REFERÊNCIA\";\"UF\";\"CÓDIGO MUNICÍPIO SIAFI\";\"NOME MUNICÍPIO\";"
      + "\"CPF FAVORECIDO\";\"NIS FAVORECIDO\";\"NOME FAVORECIDO\";\"VALOR PARCELA\"\r\n"
    var buffer: [UInt8] = header.unicodeScalars.map { UInt8($0.value) }
    buffer.reserveCapacity(5 << 20)
    var person = 0
    var place = 0
    for _ in 0..<rows {
      let repeats = happens(500)
      if !repeats {
        person = below(500_000_000)
        place = pickPlace()
      }
      appendRow(to: &buffer, person: person, place: place, isLate: repeats || happens(3_000))
      if buffer.count > 4 << 20 {
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: buffer)
    try file.close()
  }

  private mutating func pickPlace() -> Int {
    let wanted = next() >> 1
    var (low, high) = (0, places.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].threshold > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func appendRow(to buffer: inout [UInt8], person: Int, place: Int, isLate: Bool) {
    let quoteBreak = Array("\";\"".utf8)
    buffer.append(UInt8(ascii: "\""))
    if happens(50) {
      buffer += Self.wrongMonths[below(Self.wrongMonths.count)]
    } else {
      buffer += isLate ? Self.lateMonth : Self.payrollMonth
    }
    buffer += quoteBreak
    buffer += Self.payrollMonth
    buffer += Array("\";".utf8)
    buffer += happens(300) ? wrongPlaces[below(wrongPlaces.count)] : places[place].prefix
    appendCPF(to: &buffer)
    buffer += quoteBreak
    appendNIS(to: &buffer, person: person)
    buffer += quoteBreak
    buffer += Self.givenNames[below(Self.givenNames.count)]
    buffer.append(happens(5) ? UInt8(ascii: ";") : UInt8(ascii: " "))
    buffer += Self.familyNames[below(Self.familyNames.count)]
    buffer.append(UInt8(ascii: " "))
    buffer += Self.familyNames[below(Self.familyNames.count)]
    buffer += quoteBreak
    if happens(100) {
      buffer += Self.wrongAmounts[below(Self.wrongAmounts.count)]
    } else {
      appendNumber(600 + 150 * below(4) + 50 * below(5), to: &buffer)
      buffer += Self.cents
    }
    buffer += Self.rowEnd
  }

  private static let payrollMonth = Array("202312".utf8)
  private static let lateMonth = Array("202311".utf8)
  private static let cents = Array(",00".utf8)
  private static let rowEnd = Array("\"\r\n".utf8)
  private static let noCPF = Array("000.000.000-00".utf8)

  private mutating func appendCPF(to buffer: inout [UInt8]) {
    if happens(15_000) {
      buffer += Self.noCPF
      return
    }
    let digits = below(1_000_000)
    buffer += [42, 42, 42, 46]
    appendDigits(digits / 1_000, count: 3, to: &buffer)
    buffer.append(46)
    appendDigits(digits % 1_000, count: 3, to: &buffer)
    buffer += [45, 42, 42]
  }

  private mutating func appendNIS(to buffer: inout [UInt8], person: Int) {
    let kind = below(100_000)
    if kind < 40 {
      buffer += Self.wrongNumbers[below(Self.wrongNumbers.count)]
      return
    }
    let ten = 1_200_000_000 + person
    var rest = ten
    var sum = 0
    for weight in [2, 3, 4, 5, 6, 7, 8, 9, 2, 3] {
      sum += rest % 10 * weight
      rest /= 10
    }
    let check = 11 - sum % 11
    let right = check >= 10 ? 0 : check
    appendDigits(ten, count: 10, to: &buffer)
    appendDigits(kind < 400 ? (right + 1) % 10 : right, count: 1, to: &buffer)
  }

  private func appendNumber(_ number: Int, to buffer: inout [UInt8]) {
    appendDigits(number, count: number < 1_000 ? 3 : 4, to: &buffer)
  }

  private func appendDigits(_ number: Int, count: Int, to buffer: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<max(1, count) { divisor *= 10 }
    while divisor > 0 {
      buffer.append(UInt8(48 + number / divisor % 10))
      divisor /= 10
    }
  }
}
