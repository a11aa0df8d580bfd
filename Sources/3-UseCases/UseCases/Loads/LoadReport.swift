/// What a person can act on after a load or a dry run. Nothing personal is in it. Kept as JSON with the load.
public struct LoadReport: Codable, Equatable, Sendable {
  public var layout: String
  public var programmeName: String
  public var month: String
  public var isDryRun: Bool
  public var fileName: String
  /// The file inside the ZIP, if it came in one.
  public var memberName: String?
  public var fileBytes: Int64
  public var sha256: String
  public var encoding: String
  public var delimiter: String
  public var rowsRead: Int
  public var rowsAccepted: Int
  /// Most rows first.
  public var rejections: [Rejection]
  public var examples: [Example]
  public var unknownMunicipalities: [UnknownMunicipality]
  public var unknownMunicipalitiesLeftOut: Int
  public var warnings: [Warning]
  public var totals: Totals
  /// The month before, over the same municipalities; nil when nothing of it stands.
  public var previousMonth: Totals?
  /// What stood for this month before, over the same scope; nil when nothing did.
  public var replaced: Totals?
  public var changes: Changes
  /// States for which the file speaks as a whole, by their two letters.
  public var wholeStates: [String]
  /// Municipalities that had a value before and are not in this file, though it speaks for their state.
  public var vanished: [Place]
  /// Municipalities where an earlier load of higher precedence goes on standing.
  public var notReplaced: Int
  public var seconds: Double

  public struct Rejection: Codable, Equatable, Sendable {
    public var reason: String
    public var rows: Int
  }

  /// One rejected row: where, why, in which column, and only the shape of the cell (9 for digits, a for letters).
  public struct Example: Codable, Equatable, Sendable {
    public var line: Int
    public var reason: String
    /// Nil when the whole row is meant.
    public var column: String?
    public var shape: String
    /// For a row with too many or too few fields: how many it has.
    public var fieldsFound: Int?
  }

  public struct UnknownMunicipality: Codable, Equatable, Sendable {
    /// Four digits; nil when the cell is no code, and then `shape` says what it looked like.
    public var code: String?
    public var shape: String?
    public var state: String?
    public var rows: Int
  }

  public struct Warning: Codable, Equatable, Sendable {
    public var rule: String
    /// Values for the sentence, by name.
    public var details: [String: String]
  }

  public struct Totals: Codable, Equatable, Sendable {
    public var municipalities: Int
    public var parcels: Int
    /// Distinct persons; nil where what stood before did not count them or they would be a mere sum.
    public var families: Int?
    public var cents: Int64?
    public var withoutCpf: Int?
    public var lateParcels: Int?
    public var suspectNis: Int?
  }

  /// Municipalities whose number of parcels or amount differs from what stood before for this month.
  public struct Changes: Codable, Equatable, Sendable {
    public var municipalitiesChanged: Int
    /// The largest first, up to `LoadReport.maximumChanges`.
    public var largest: [Change]
  }

  public struct Change: Codable, Equatable, Sendable {
    public var place: Place
    public var parcelsBefore: Int?
    public var parcelsNow: Int?
    public var centsBefore: Int64?
    public var centsNow: Int64?
  }

  public struct Place: Codable, Equatable, Sendable {
    public var code: String
    public var name: String
    public var state: String
  }

  public static let maximumChanges = 20
}
