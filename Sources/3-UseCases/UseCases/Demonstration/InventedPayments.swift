import Extracts
import Synchronization
import Vocabulary

/// A municipality for which payments are invented.
struct InventedPlace {
  let code: IBGECode
  let siafi: Int
  /// As the ministry writes it: `AGUA BOA`.
  let name: String
  /// In the public month before the invented ones.
  let families: Int
}

/// One month's payments file in the layout of the Portal da Transparência. No person in it exists: their numbers begin
/// where no NIS was ever given, and all have the same name.
struct InventedPayments {
  struct Group {
    let place: InventedPlace
    let firstPerson: Int
    let families: Int
    /// Parcels of the month before, beside that of the month, of the first so many families.
    let lateParcels: Int
  }

  let month: ReferenceMonth
  let groups: [Group]

  func withHalf(of code: IBGECode) -> Self {
    Self(
      month: month,
      groups: groups.map { group in
        guard group.place.code == code else { return group }
        return Group(
          place: group.place, firstPerson: group.firstPerson, families: group.families / 2,
          lateParcels: group.lateParcels / 2)
      })
  }

  /// The file's bytes, made while they are read.
  func stream() -> any ByteStream { InventedStream(self) }

  /// The header; then the rows of one group after the other; then rows that cannot be read.
  fileprivate func piece(_ number: Int) -> [UInt8]? {
    switch number {
    case 0: Self.header.unicodeScalars.map { UInt8($0.value) }
    case 1...groups.count: rows(of: groups[number - 1])
    case groups.count + 1: Array(unreadableRows.utf8)
    default: nil
    }
  }

  private static let header =
    "\"MÊS COMPETÊNCIA\";\"MÊS REFERÊNCIA\";\"UF\";\"CÓDIGO MUNICÍPIO SIAFI\";\"NOME MUNICÍPIO\";"
    + "\"CPF FAVORECIDO\";\"NIS FAVORECIDO\";\"NOME FAVORECIDO\";\"VALOR PARCELA\"\r\n"

  /// What families get, in the order of their numbers. Their mean is about what the ministry publishes.
  private static let amounts = [
    "600,00", "600,00", "650,00", "750,00", "600,00", "800,00", "700,00", "675,00",
    "600,00", "750,00", "650,00", "850,00", "600,00", "900,00", "675,00", "750,00",
  ].map { Array($0.utf8) }

  /// Of so many people one has a number that fails its check digit, and one has no CPF.
  private static let peoplePerSuspectNumber = 1_500
  private static let peoplePerMissingCPF = 250

  private func rows(of group: Group) -> [UInt8] {
    let onTime = Array(start(of: group.place, parcelMonth: month).utf8)
    let late = Array(start(of: group.place, parcelMonth: month - 1).utf8)
    let end = Array("\"\r\n".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity((group.families + group.lateParcels) * 128)
    for position in 0..<group.families {
      let person = group.firstPerson + position
      let middle = Self.middle(of: person)
      for start in position < group.lateParcels ? [onTime, late] : [onTime] {
        bytes += start
        bytes += middle
        bytes += Self.amounts[person % Self.amounts.count]
        bytes += end
      }
    }
    return bytes
  }

  private func start(of place: InventedPlace, parcelMonth: ReferenceMonth) -> String {
    "\"\(Self.digits(month))\";\"\(Self.digits(parcelMonth))\";\"\(place.code.federativeUnit.rawValue)\";"
      + "\"\(Digits.padded(place.siafi, to: 4))\";\"\(place.name)\";\""
  }

  private static func middle(of person: Int) -> [UInt8] {
    var text = person % peoplePerMissingCPF == 11 ? [] : Array("***.000.000-**".utf8)
    text += "\";\"".utf8
    text += nis(of: person)
    text += "\";\"PESSOA INVENTADA\";\"".utf8
    return text
  }

  /// Eleven digits; the last one checks the others.
  private static func nis(of person: Int) -> [UInt8] {
    var digits = [UInt8](repeating: 0, count: 11)
    var rest = 1_990_000_000 + person
    for place in stride(from: 9, through: 0, by: -1) {
      digits[place] = UInt8(rest % 10)
      rest /= 10
    }
    let weights: [Int] = [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
    let sum = (0..<10).reduce(0) { $0 + Int(digits[$1]) * weights[$1] }
    let check = 11 - sum % 11
    digits[10] = UInt8(check > 9 ? 0 : check)
    if person % peoplePerSuspectNumber == 7 { digits[10] = (digits[10] + 1) % 10 }
    return digits.map { $0 + UInt8(ascii: "0") }
  }

  /// A number with a letter in it, and a place that does not exist.
  private var unreadableRows: String {
    guard let group = groups.first else { return "" }
    let person = String(decoding: Self.middle(of: 1), as: UTF8.self)
    let nowhere = InventedPlace(code: group.place.code, siafi: 9_999, name: "LUGAR NENHUM", families: 0)
    return start(of: group.place, parcelMonth: month) + person + "6x0,00\"\r\n"
      + start(of: nowhere, parcelMonth: month) + person + "600,00\"\r\n"
  }

  private static func digits(_ month: ReferenceMonth) -> String {
    Digits.padded(month.year, to: 4) + Digits.padded(month.month, to: 2)
  }
}

/// Holds one group's rows at a time, whatever the file's length.
private final class InventedStream: ByteStream {
  private struct State {
    var nextPiece = 0
    var rest: ArraySlice<UInt8> = []
  }

  private let file: InventedPayments
  private let state = Mutex(State())

  init(_ file: InventedPayments) { self.file = file }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = state.withLock { state in
      while state.rest.isEmpty, let next = file.piece(state.nextPiece) {
        state.rest = next[...]
        state.nextPiece += 1
      }
      let piece = state.rest.prefix(buffer.count)
      state.rest = state.rest.dropFirst(piece.count)
      return piece
    }
    buffer.copyBytes(from: piece)
    return piece.count
  }
}
