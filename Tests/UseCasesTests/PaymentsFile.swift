import Extracts
import Indicators
import Synchronization
import UseCases
import Vocabulary

/// A payments file in the published layout, of invented people who look it.
struct PaymentsFile {
  struct Row {
    var siafi = "9191"
    var state = "MT"
    var place = "AGUA BOA"
    /// Which invented person: 1 and 1 are the same, 1 and 2 are not.
    var person: Int
    var value = "600,00"
    var parcelMonth: String?
    var cpf = "***.123.456-**"
  }

  var month = "202312"
  var rows: [Row]

  static func aguaBoa(month: String = "202312", people: ClosedRange<Int>, value: String = "600,00") -> Self {
    PaymentsFile(month: month, rows: people.map { Row(person: $0, value: value) })
  }

  static func cuiaba(_ people: ClosedRange<Int>) -> [Row] {
    people.map { Row(siafi: "9067", place: "CUIABA", person: $0) }
  }

  static func rioBranco(_ people: ClosedRange<Int>) -> [Row] {
    people.map { Row(siafi: "0139", state: "AC", place: "RIO BRANCO", person: $0) }
  }

  var bytes: [UInt8] {
    let header =
      "\"MÊS COMPETÊNCIA\";\"MÊS REFERÊNCIA\";\"UF\";\"CÓDIGO MUNICÍPIO SIAFI\";\"NOME MUNICÍPIO\";"
      + "\"CPF FAVORECIDO\";\"NIS FAVORECIDO\";\"NOME FAVORECIDO\";\"VALOR PARCELA\"\r\n"
    let lines = rows.map { row in
      [
        month, row.parcelMonth ?? month, row.state, row.siafi, row.place, row.cpf, Self.nis(row.person),
        Self.name(row.person), row.value,
      ].map { "\"\($0)\"" }.joined(separator: ";") + "\r\n"
    }
    return ([header] + lines).joined().unicodeScalars.map { UInt8($0.value) }
  }

  static func name(_ person: Int) -> String { "PESSOA FICTICIA \(person)" }

  /// A number with a right check digit that no one has been given: the base counts from 1990000000.
  static func nis(_ person: Int) -> String {
    let base = UInt64(1_990_000_000 + person)
    for digit in 0..<10 as Range<UInt64> where NIS.hasRightCheckDigit(base * 10 + digit) {
      return String(base * 10 + digit)
    }
    return ""
  }

  func request(name: String = "folha.csv", isDryRun: Bool = false, id: ID<Load>? = nil) -> LoadRequest {
    LoadRequest(
      source: .stream(MemoryStream(bytes), name: name, expectedBytes: Int64(bytes.count)),
      isDryRun: isDryRun, id: id)
  }
}

extension LoadRequest {
  /// A file with this text, as the portal writes it.
  static func latin1(_ text: String) -> LoadRequest {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    return LoadRequest(
      source: .stream(MemoryStream(bytes), name: "folha.csv", expectedBytes: Int64(bytes.count)))
  }
}

/// Bytes in memory as an upload brings them, piece by piece.
final class MemoryStream: ByteStream {
  private let rest: Mutex<ArraySlice<UInt8>>
  private let pieceBytes: Int

  init(_ bytes: [UInt8], pieceBytes: Int = 4_096) {
    rest = Mutex(bytes[...])
    self.pieceBytes = pieceBytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let piece = rest.withLock { rest in
      let piece = rest.prefix(min(buffer.count, pieceBytes))
      rest = rest.dropFirst(piece.count)
      return piece
    }
    buffer.copyBytes(from: piece)
    return piece.count
  }
}

extension LoadOutcome {
  var committed: LoadRecord? {
    if case .committed(let record) = self { return record }
    return nil
  }

  var checked: LoadReport? {
    if case .checked(let report) = self { return report }
    return nil
  }

  var sameFile: LoadRecord? {
    if case .sameFile(let record) = self { return record }
    return nil
  }
}
