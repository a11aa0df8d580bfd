public import Vocabulary

/// Why a file is refused as a whole. Never holds the content of a cell: column names are shown only when they are
/// words of known headers.
public enum ExtractFailure: Error, Sendable, Hashable {
  // The source.
  case cancelled
  /// `reason` is the system's word for the error, as `ENOENT`.
  case io(reason: String)
  case directory
  /// A pipe, a device, a socket.
  case notRegularFile
  case emptyFile
  /// A picture, a page, a program: nothing that holds payments.
  case foreignContent(ForeignContent)
  case tooLarge(limit: Int64)
  /// The file grew or shrank while it was read, or an upload brought other than the announced bytes.
  case fileChanged(expectedBytes: Int64, foundBytes: Int64)

  // The text.
  case utf16
  /// The first line holds values, not column names.
  case missingHeader(columns: Int)
  /// `found`: columns made of known words, in file order; `unknown`: how many others there are; `missing` of the
  /// nearest known layout.
  case unknownHeader(found: [String], unknown: Int, missing: [String], nearest: PaymentsLayout)
  case duplicateColumn(column: String)
  case otherProgramme(name: String)
  case noRows
  case nothingAccepted(rows: Int, rejections: [RejectReason: Int])
  case twoPayrollMonths([MonthRows])

  // The ZIP.
  case truncatedZip
  case damagedZip
  case zipChecksum
  case zipEncrypted
  case zipMethod(method: Int)
  case zipNested
  case zipBomb(limit: Int64)
  case zipTooManyMembers(limit: Int)
  case zipWithoutExtract
  case zipSeveralExtracts

  public struct MonthRows: Sendable, Hashable {
    public let month: ReferenceMonth
    public let rows: Int
    public let firstLine: Int
  }
}

extension ExtractFailure {
  /// Names the rule; its Portuguese sentence is written elsewhere.
  public var rule: String {
    switch self {
    case .cancelled: "extract.cancelled"
    case .io: "extract.io"
    case .directory: "extract.directory"
    case .notRegularFile: "extract.notRegularFile"
    case .emptyFile: "extract.emptyFile"
    case .foreignContent: "extract.foreignContent"
    case .tooLarge: "extract.tooLarge"
    case .fileChanged: "extract.fileChanged"
    case .utf16: "extract.utf16"
    case .missingHeader: "extract.missingHeader"
    case .unknownHeader: "extract.unknownHeader"
    case .duplicateColumn: "extract.duplicateColumn"
    case .otherProgramme: "extract.otherProgramme"
    case .noRows: "extract.noRows"
    case .nothingAccepted: "extract.nothingAccepted"
    case .twoPayrollMonths: "extract.twoPayrollMonths"
    case .truncatedZip: "extract.truncatedZip"
    case .damagedZip: "extract.damagedZip"
    case .zipChecksum: "extract.zipChecksum"
    case .zipEncrypted: "extract.zipEncrypted"
    case .zipMethod: "extract.zipMethod"
    case .zipNested: "extract.zipNested"
    case .zipBomb: "extract.zipBomb"
    case .zipTooManyMembers: "extract.zipTooManyMembers"
    case .zipWithoutExtract: "extract.zipWithoutExtract"
    case .zipSeveralExtracts: "extract.zipSeveralExtracts"
    }
  }

  /// Every rule there is, for the test that each has its sentence.
  public static let rules: [String] = [
    "cancelled", "io", "directory", "notRegularFile", "emptyFile", "foreignContent", "tooLarge",
    "fileChanged", "utf16",
    "missingHeader", "unknownHeader", "duplicateColumn", "otherProgramme", "noRows", "nothingAccepted",
    "twoPayrollMonths", "truncatedZip", "damagedZip", "zipChecksum", "zipEncrypted", "zipMethod", "zipNested",
    "zipBomb", "zipTooManyMembers", "zipWithoutExtract", "zipSeveralExtracts",
  ].map { "extract." + $0 }

  /// Values for the sentence, by name. Lists are joined with ", ".
  public var details: [String: String] {
    switch self {
    case .io(let reason): ["reason": reason]
    case .foreignContent(let content): ["content": content.rawValue]
    case .tooLarge(let limit), .zipBomb(let limit): ["limitBytes": String(limit)]
    case .fileChanged(let expected, let found):
      ["expectedBytes": String(expected), "foundBytes": String(found)]
    case .missingHeader(let columns): ["columns": String(columns)]
    case .unknownHeader(let found, let unknown, let missing, let nearest):
      [
        "found": found.isEmpty ? "–" : found.joined(separator: ", "), "unknown": String(unknown),
        "missing": missing.joined(separator: ", "),
        "nearest": nearest.rawValue, "programme": nearest.programmeName,
      ]
    case .duplicateColumn(let column): ["column": column]
    case .otherProgramme(let name): ["programme": name]
    case .nothingAccepted(let rows, let rejections):
      [
        "rows": String(rows),
        "reasons": rejections.sorted { $0.key < $1.key }.map { "\($0.key.rawValue): \($0.value)" }
          .joined(separator: ", "),
      ]
    case .twoPayrollMonths(let months):
      [
        "months": months.map { "\($0.month)" }.joined(separator: ", "),
        "rows": months.map { String($0.rows) }.joined(separator: ", "),
        "firstLines": months.map { String($0.firstLine) }.joined(separator: ", "),
      ]
    case .zipMethod(let method): ["method": String(method)]
    case .zipTooManyMembers(let limit): ["limit": String(limit)]
    case .cancelled, .directory, .notRegularFile, .emptyFile, .utf16, .noRows, .truncatedZip, .damagedZip,
      .zipChecksum, .zipEncrypted, .zipNested, .zipWithoutExtract, .zipSeveralExtracts:
      [:]
    }
  }
}
