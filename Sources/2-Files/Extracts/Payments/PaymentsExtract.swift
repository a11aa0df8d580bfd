public import Vocabulary

/// What one payments file says: counts and sums only. Nothing personal is in it.
public struct PaymentsExtract: Sendable, Hashable {
  public let layout: PaymentsLayout
  /// The month column that is constant throughout the file.
  public let payrollMonth: ReferenceMonth
  /// Sorted by code; only those that occur.
  public let municipalities: [MunicipalityPayments]
  /// Distinct NIS of the rows accepted. Not the sum over municipalities: who is paid in two counts once.
  public let distinctByState: [FederativeUnit: Int]
  public let distinctInCountry: Int
  public let file: ExtractFile
  /// Records after the header, blank lines not counted.
  public let rowsRead: Int
  public let rowsAccepted: Int
  /// Rows by the first rule that they broke; only reasons that occur.
  public let rejections: [RejectReason: Int]
  /// The first few of each reason, by line number.
  public let examples: [RejectExample]
  /// By rows, most first; at most `ReadLimits.unknownMunicipalities`.
  public let unknownMunicipalities: [UnknownMunicipality]
  /// How many kinds of unknown municipality the list leaves out.
  public let unknownMunicipalitiesLeftOut: Int
  public let warnings: [ExtractWarning]
  /// Whether the file has a CPF column; without it `withoutCPF` is nil everywhere.
  public let hasCPF: Bool
  /// Whether the file says of which month a parcel is; without it `lateParcels` is 0 everywhere and means nothing.
  public let knowsLateParcels: Bool

  public var rowsRejected: Int { rowsRead - rowsAccepted }
  /// Reais of the rows accepted.
  public var amount: Cents { municipalities.reduce(.zero) { $0 + $1.amount } }
}

/// One municipality's rows. Counts are of accepted rows, `rejected` apart.
public struct MunicipalityPayments: Sendable, Hashable {
  public let code: IBGECode
  public let parcels: Int
  /// Distinct NIS.
  public let beneficiaries: Int
  public let amount: Cents
  /// Rows whose CPF is empty or all zeros; nil when the file has no CPF column.
  public let withoutCPF: Int?
  /// Parcels of a month before the payroll's.
  public let lateParcels: Int
  /// Rows whose NIS has a wrong check digit or does not begin with 1 or 2: counted like the others, and here.
  public let suspectNIS: Int
  /// Rows rejected that name this municipality readably; only reasons that occur.
  public let rejected: [RejectReason: Int]
}

/// The file as it came.
public struct ExtractFile: Sendable, Hashable {
  /// Last component of the path, without control characters.
  public let name: String
  public let bytes: Int64
  /// Of the bytes as given (of the ZIP, if it is one), 64 hexadecimal digits.
  public let sha256: String
  /// The ZIP's member that was read.
  public let memberName: String?
  public let encoding: ExtractEncoding
  public let delimiter: ExtractDelimiter
}

public enum ExtractEncoding: String, Sendable, CaseIterable {
  /// No byte beyond 127 in the first 64 KiB.
  case ascii
  case windows1252
  case utf8
}

public enum ExtractDelimiter: String, Sendable, CaseIterable {
  case semicolon, comma, tab, bar

  var byte: UInt8 {
    switch self {
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }
}

/// Why a row is not counted, in the order in which rows are checked.
public enum RejectReason: String, Sendable, CaseIterable, Comparable {
  /// The record is longer than `ReadLimits.maximumRecordBytes`.
  case tooLong
  /// Quotes that do not pair.
  case quotes
  /// More or fewer fields than the header.
  case fields
  case month
  case municipality
  case nis
  case value

  var index: Int { Self.allCases.firstIndex(of: self)! }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// Where a rejected row stands and what its cell looked like.
public struct RejectExample: Sendable, Hashable {
  /// Line of the file on which the record begins; the header is line 1.
  public let line: Int
  public let reason: RejectReason
  /// The header of the offending column; nil when the whole row is meant.
  public let column: String?
  /// The cell with digits as 9 and letters as a, at most 20 characters; empty when the whole row is meant.
  public let shape: String
  /// For `fields`: how many there are.
  public let fieldsFound: Int?
}

/// A municipality cell that the index does not know.
public struct UnknownMunicipality: Sendable, Hashable {
  /// Four digits; nil when the cell is no code.
  public let code: String?
  /// What stood there instead of a code: digits as 9, letters as a, others as ?, at most 8.
  public let shape: String?
  /// Two letters, when the row names a state.
  public let uf: String?
  public let rows: Int
}

/// What a person should know of a file that was read.
public enum ExtractWarning: Sendable, Hashable {
  /// Rows whose UF is not that of their municipality; they are counted for the municipality.
  case ufMismatch(rows: Int)
  /// The file ends inside its last line, which was rejected.
  case truncatedLastLine(line: Int)
  case bomRemoved
  case nulBytesRemoved(count: Int)
  case unusualDelimiter(ExtractDelimiter)
  /// The published files are Latin-1: somebody saved this one anew.
  case readAsUTF8

  /// Names the warning, as `extract.warning.bomRemoved`; its Portuguese sentence is written elsewhere.
  public var rule: String {
    switch self {
    case .ufMismatch: "extract.warning.ufMismatch"
    case .truncatedLastLine: "extract.warning.truncatedLastLine"
    case .bomRemoved: "extract.warning.bomRemoved"
    case .nulBytesRemoved: "extract.warning.nulBytesRemoved"
    case .unusualDelimiter: "extract.warning.unusualDelimiter"
    case .readAsUTF8: "extract.warning.readAsUTF8"
    }
  }

  /// Every rule there is, for the test that each has its sentence.
  public static let rules: [String] = [
    "ufMismatch", "truncatedLastLine", "bomRemoved", "nulBytesRemoved", "unusualDelimiter", "readAsUTF8",
  ].map { "extract.warning." + $0 }

  /// Values for the sentence.
  public var details: [String: String] {
    switch self {
    case .ufMismatch(let rows): ["rows": String(rows)]
    case .truncatedLastLine(let line): ["line": String(line)]
    case .nulBytesRemoved(let count): ["count": String(count)]
    case .unusualDelimiter(let delimiter): ["delimiter": delimiter.rawValue]
    case .bomRemoved, .readAsUTF8: [:]
    }
  }
}
