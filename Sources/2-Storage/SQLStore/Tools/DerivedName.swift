/// The name PostgreSQL gives to a constraint that has none.
///
/// Source: PostgreSQL 15, `makeObjectName` and `ChooseRelationName` in src/backend/commands/indexcmds.c.
enum DerivedName {
  /// Bytes in a name, one less than NAMEDATALEN.
  static let longest = 63

  /// `table_column_column_ending`, shortened where it is too long, with a number where the name is taken.
  static func text(_ table: String, _ columns: [String], _ ending: String, besides taken: [String]) -> String
  {
    var number = 0
    while true {
      let name = shortened(table, columns.joined(separator: "_"), number == 0 ? ending : "\(ending)\(number)")
      if !taken.contains(name) { return name }
      number += 1
    }
  }

  /// The longer of the two parts gives way, letter by letter.
  private static func shortened(_ table: String, _ columns: String, _ ending: String) -> String {
    let underscores = columns.isEmpty ? 1 : 2
    let room = longest - ending.utf8.count - underscores
    var (ofTable, ofColumns) = (table.utf8.count, columns.utf8.count)
    while ofTable + ofColumns > room {
      if ofTable > ofColumns { ofTable -= 1 } else { ofColumns -= 1 }
    }
    let parts = [String(table.prefix(ofTable)), String(columns.prefix(ofColumns)), ending]
    return parts.filter { !$0.isEmpty }.joined(separator: "_")
  }
}
