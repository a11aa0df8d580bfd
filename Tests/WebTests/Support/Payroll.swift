import TestCast
import Extracts
import Synchronization
import UseCases
import Vocabulary

/// A payments file in the published layout, of invented people in Acre.
struct Payroll {
  let month: String
  private(set) var lines: [String] = []

  init(month: String) { self.month = month }

  /// So many people of Rio Branco or Cruzeiro do Sul, each with one parcel.
  mutating func pay(
    _ people: ClosedRange<Int>, in siafi: String, place: String, value: String, parcelMonth: String? = nil
  ) {
    for person in people {
      lines.append(
        [
          month, parcelMonth ?? month, "AC", siafi, place, "***.123.456-**", Self.nis(person),
          "PESSOA \(person)", value,
        ]
        .map { "\"\($0)\"" }.joined(separator: ";"))
    }
  }

  mutating func add(line: String) { lines.append(line) }

  var bytes: [UInt8] {
    let header =
      "\"MÊS COMPETÊNCIA\";\"MÊS REFERÊNCIA\";\"UF\";\"CÓDIGO MUNICÍPIO SIAFI\";\"NOME MUNICÍPIO\";"
      + "\"CPF FAVORECIDO\";\"NIS FAVORECIDO\";\"NOME FAVORECIDO\";\"VALOR PARCELA\""
    return ([header] + lines).map { $0 + "\r\n" }.joined().unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
  }

  static func nis(_ person: Int) -> String {
    let base = UInt64(1_990_000_000 + person)
    for digit in 0..<10 as Range<UInt64> where NIS.hasRightCheckDigit(base * 10 + digit) {
      return String(base * 10 + digit)
    }
    return ""
  }

  func load(into prumo: Prumo, name: String) async throws -> LoadOutcome {
    let source = ExtractSource.stream(MemoryStream(bytes), name: name, expectedBytes: Int64(bytes.count))
    return try await prumo.load(LoadRequest(source: source), by: .tester)
  }

  /// Two municipalities in November 2023; `odd` adds all that can be odd about a file.
  static let november: Payroll = {
    var file = Payroll(month: "202311")
    file.pay(1...40, in: "0139", place: "RIO BRANCO", value: "600,00")
    file.pay(101...120, in: "0107", place: "CRUZEIRO DO SUL", value: "650,50")
    return file
  }()

  /// A month of which nothing is known beforehand.
  static let october = odd("202310", before: "202309")
  static let december = odd("202312", before: "202311")

  private static func odd(_ month: String, before: String) -> Payroll {
    var file = Payroll(month: month)
    file.pay(1...42, in: "0139", place: "RIO BRANCO", value: "605,00")
    file.pay(1...2, in: "0139", place: "RIO BRANCO", value: "605,00", parcelMonth: before)
    file.pay(1...2, in: "0107", place: "CRUZEIRO DO SUL", value: "650,50")
    file.pay(101...118, in: "0107", place: "CRUZEIRO DO SUL", value: "650,50")
    file.pay(201...203, in: "9999", place: "LUGAR NENHUM", value: "600,00")
    file.pay(204...204, in: "0139", place: "RIO BRANCO", value: "6x0,00")
    file.add(line: "\"\(month)\";\"\(month)\";\"AC\"")
    return file
  }
}

/// Bytes in memory, as an upload brings them.
final class MemoryStream: ByteStream {
  private let rest: Mutex<ArraySlice<UInt8>>

  init(_ bytes: [UInt8]) { rest = Mutex(bytes[...]) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let piece = rest.withLock { rest in
      let piece = rest.prefix(buffer.count)
      rest = rest.dropFirst(piece.count)
      return piece
    }
    buffer.copyBytes(from: piece)
    return piece.count
  }
}
