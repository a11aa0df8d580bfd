/// The constraints of a table as its `CREATE TABLE` text declares them, with the names PostgreSQL would give to those
/// that have none. SQLite keeps the text and forgets the names.
package struct TableText {
  package enum Kind: Hashable, Sendable { case primaryKey, unique, foreignKey, check }

  package struct Constraint: Hashable, Sendable {
    package let name: String
    package let kind: Kind
    /// Of a key, in its order; of a check, those it speaks of.
    package let columns: [String]
    /// The expression of a check, in one line.
    package let expression: String
  }

  package private(set) var constraints: [Constraint] = []
  private let table: String
  private var columnNames: Set<String> = []

  /// - Throws: `defect` when quotes or comments do not end, which no stored text does.
  package init(table: String, createTable sql: String) throws {
    self.table = table
    let tokens = try SQLTokens.of(sql).filter(\.isCode)
    guard let open = tokens.firstIndex(where: { $0.text == "(" }) else { return }
    let definitions = Self.list(tokens, from: open)
    columnNames = Set(definitions.compactMap(\.first).filter { !Self.beginsConstraint($0) }.map(Self.plain))
    for definition in definitions { read(definition) }
  }

  /// The name of the key over exactly these columns.
  package func name(_ kind: Kind, _ columns: [String]) -> String? {
    constraints.first { $0.kind == kind && $0.columns == columns }?.name
  }

  /// The name of the check whose expression SQLite repeats in its error text.
  package func name(ofCheck expression: String) throws -> String? {
    let wanted = SQLTokens.oneLine(try SQLTokens.of(expression))
    return constraints.first { $0.kind == .check && $0.expression == wanted }?.name
  }

  private mutating func read(_ definition: ArraySlice<SQLToken>) {
    guard let first = definition.first else { return }
    let ofTable = Self.beginsConstraint(first)
    let column = ofTable ? [] : [Self.plain(first)]
    var given: String?
    var rest = ofTable ? definition : definition.dropFirst()
    while let token = rest.first {
      rest = rest.dropFirst()
      switch token.upper {
      case "CONSTRAINT":
        given = rest.first.map(Self.plain)
        rest = rest.dropFirst()
        continue
      case "PRIMARY": add(.primaryKey, given, column + names(in: &rest, past: "KEY"))
      case "UNIQUE": add(.unique, given, column + names(in: &rest, past: nil))
      case "FOREIGN":
        add(.foreignKey, given, names(in: &rest, past: "KEY"))
        return
      case "REFERENCES": if !ofTable { add(.foreignKey, given, column) }
      case "CHECK":
        let inside = Self.parenthesised(rest)
        add(.check, given, columns(in: inside), expression: SQLTokens.oneLine(inside))
        rest = rest.dropFirst(inside.count + 2)
      case "(": rest = rest.dropFirst(Self.parenthesised([token] + rest).count + 1)
      case "NULL", "DEFAULT": break
      default: continue
      }
      given = nil
    }
  }

  private mutating func add(_ kind: Kind, _ name: String?, _ columns: [String], expression: String = "") {
    let derived =
      switch kind {
      case .primaryKey: DerivedName.text(table, [], "pkey", besides: constraints.map(\.name))
      case .unique: DerivedName.text(table, columns, "key", besides: constraints.map(\.name))
      case .foreignKey: DerivedName.text(table, columns, "fkey", besides: constraints.map(\.name))
      case .check:
        DerivedName.text(
          table, columns.count == 1 ? columns : [], "check", besides: constraints.map(\.name))
      }
    constraints.append(
      Constraint(name: name ?? derived, kind: kind, columns: columns, expression: expression))
  }

  private func columns(in expression: ArraySlice<SQLToken>) -> [String] {
    var found: [String] = []
    for token in expression where token.kind == .word || token.text.hasPrefix("\"") {
      let name = Self.plain(token)
      if columnNames.contains(name), !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// The column names in the parentheses that follow; none when a column's own constraint has no parentheses.
  private func names(in rest: inout ArraySlice<SQLToken>, past word: String?) -> [String] {
    if let word, rest.first?.upper == word { rest = rest.dropFirst() }
    guard rest.first?.text == "(" else { return [] }
    let inside = Self.parenthesised(rest)
    rest = rest.dropFirst(inside.count + 2)
    return inside.split { $0.text == "," }.compactMap { $0.first.map(Self.plain) }
  }

  /// What stands between the parenthesis at the beginning and the one that closes it.
  private static func parenthesised(_ tokens: some Collection<SQLToken>) -> ArraySlice<SQLToken> {
    let tokens = Array(tokens)
    var depth = 0
    for (position, token) in tokens.enumerated() {
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
      if depth == 0 { return position == 0 ? [] : tokens[1..<position] }
    }
    return tokens.dropFirst()
  }

  /// The definitions between the table's outer parentheses, cut at their commas.
  private static func list(_ tokens: [SQLToken], from open: Int) -> [ArraySlice<SQLToken>] {
    var depth = 0
    let inside = parenthesised(tokens[open...])
    return inside.split(omittingEmptySubsequences: true) { token in
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
      return depth == 0 && token.text == ","
    }
  }

  private static func beginsConstraint(_ token: SQLToken) -> Bool {
    ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"].contains(token.upper)
  }

  private static func plain(_ token: SQLToken) -> String {
    token.kind == .quoted ? String(token.text.dropFirst().dropLast()) : String(token.text)
  }
}
