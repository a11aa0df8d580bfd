import Assets
public import SQLStore

/// Every migration of the program, in order. To add one: docs/how-to/change-the-schema.md.
public enum Migrations {
  private static let names = [
    "territory", "loads-and-observations", "boundaries", "people", "audit", "privacy",
  ]

  /// Throws `StoreError.defect` when a file is not carried in the program.
  public static func all() throws -> [Migration] {
    try names.enumerated().map { position, name in
      let number = position + 1
      let digits = String(repeating: "0", count: 4 - String(number).count) + String(number)
      let path = "Sources/2-Storage/Records/Migrations/\(digits)-\(name).sql"
      guard let sql = Assets.text(path) else { throw StoreError.defect("\(path) is not in the program") }
      return Migration(number: number, name: name, sql: sql)
    }
  }
}
