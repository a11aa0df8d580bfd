import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Extracts

/// Invented payments files. Nobody in them exists.
struct PaymentsFile {
  static let header =
    "MÊS COMPETÊNCIA;MÊS REFERÊNCIA;UF;CÓDIGO MUNICÍPIO SIAFI;NOME MUNICÍPIO;CPF FAVORECIDO;NIS FAVORECIDO;"
    + "NOME FAVORECIDO;VALOR PARCELA"

  var header = Self.header
  var rows: [String] = [Self.row()]
  var lineEnd = "\r\n"
  var isQuoted = true
  var endsInLineEnd = true

  /// A complete valid row; a test states only what matters.
  static func row(
    competence: String = "202312", reference: String = "202312", uf: String = "MT", siafi: String = "9191",
    name: String = "AGUA BOA", cpf: String = "***.013.233-**", nis: String = nis(1), person: Int = 1,
    value: String = "600,00"
  ) -> String {
    [competence, reference, uf, siafi, name, cpf, nis, "PESSOA FICTICIA \(person)", value].joined(
      separator: ";")
  }

  /// The `number`th invented NIS, with a right check digit.
  static func nis(_ number: Int) -> String {
    let ten = 1_600_000_000 + number
    let digits = String(ten).utf8.map { Int($0) - 48 }
    let sum = zip(digits, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    let check = 11 - sum % 11
    return String(ten) + String(check >= 10 ? 0 : check)
  }

  var text: String {
    let lines = [header] + rows
    let written = lines.map { line in
      isQuoted
        ? line.split(separator: ";", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(
          separator: ";")
        : line
    }
    return written.joined(separator: lineEnd) + (endsInLineEnd ? lineEnd : "")
  }

  var bytes: [UInt8] { latin1(text) }
}

func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}

let aguaBoa = IBGECode(5_100_201)!
let cuiaba = IBGECode(5_103_403)!
let rioBranco = IBGECode(1_200_401)!
let chapadinha = IBGECode(2_103_208)!

let siafi = SiafiIndex([(9191, aguaBoa), (9067, cuiaba), (139, rioBranco), (761, chapadinha)])

/// Gives an array's bytes, at most `step` at a time.
final class ArrayStream: ByteStream {
  private let bytes: [UInt8]
  private let step: Int
  private let position = Mutex(0)

  init(_ bytes: [UInt8], step: Int = .max) {
    self.bytes = bytes
    self.step = step
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    position.withLock { position in
      let count = min(step, buffer.count, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
  }
}

func limits(
  threads: Int = 2, chunkBytes: Int = 1 << 20, _ change: (inout ReadLimits) -> Void = { _ in }
) -> ReadLimits {
  var limits = ReadLimits.standard
  limits.threads = threads
  limits.chunkBytes = chunkBytes
  change(&limits)
  return limits
}

func read(_ bytes: [UInt8], name: String = "folha.csv", limits: ReadLimits = limits()) throws
  -> PaymentsExtract
{
  try readPayments(
    from: .stream(ArrayStream(bytes), name: name, expectedBytes: Int64(bytes.count)), siafi: siafi,
    limits: limits)
}

func read(_ file: PaymentsFile, limits: ReadLimits = limits()) throws -> PaymentsExtract {
  try read(file.bytes, limits: limits)
}

/// The refusal of `bytes`, or a failed expectation.
func refusal(
  _ bytes: [UInt8], limits: ReadLimits = limits(), sourceLocation: SourceLocation = #_sourceLocation
) -> ExtractFailure? {
  let failure = #expect(throws: ExtractFailure.self, sourceLocation: sourceLocation) {
    try read(bytes, limits: limits)
  }
  return failure
}

/// A file of its own in the temporary folder, removed afterwards.
func withFile<Value>(_ bytes: [UInt8], named name: String = "arquivo", _ body: (String) throws -> Value)
  throws -> Value
{
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("extracts-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appendingPathComponent(name).path
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  return try body(path)
}
