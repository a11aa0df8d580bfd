import CLibPQ
import SQLStore

/// The server's error codes as `StoreError`. The server's own message is repeated only for mistakes in the words of a
/// statement (class 42), which hold no bound value; details and context never are.
struct PostgresFailure {
  let error: StoreError
  /// SQLSTATE, five letters; empty when the server did not answer.
  let state: String

  init(_ result: borrowing PostgresResult, connectionIsLost: Bool, sql: String) {
    state = result.part(.state) ?? ""
    let constraint = result.part(.constraint) ?? "unknown"
    error =
      switch state {
      case "23505": .unique(constraint: constraint)
      case "23503", "23001": .foreignKey(constraint: constraint)
      case "23514": .check(constraint: constraint)
      case "23502":
        .notNull(
          column: [result.part(.table), result.part(.column)].compactMap(\.self).joined(separator: "."))
      case "40001", "40P01", "55P03": .busy
      case "25006": .defect("a write where only reading is possible")
      case "57014": .unreachable("the server stopped a statement that took too long")
      case _ where connectionIsLost || Self.meansLost(state):
        .unreachable("the connection to the server was lost")
      case _ where state.hasPrefix("53") || state.hasPrefix("58"):
        .unreachable("the server has no room or a system error (\(state))")
      case _ where state.hasPrefix("42"):
        .defect("PostgreSQL: \(result.part(.message) ?? state) in: \(sql.prefix(Self.shownLetters))")
      default: .defect("PostgreSQL: error \(state) in: \(sql.prefix(Self.shownLetters))")
      }
    // The types of a prepared statement's answer changed under it: forgetting the statement and beginning again helps.
    isStalePlan = state == "0A000" && (result.part(.message) ?? "").hasPrefix("cached plan must not change")
  }

  let isStalePlan: Bool

  /// The same transaction may well succeed when it runs again.
  var isWorthRepeating: Bool { state == "40001" || state == "40P01" || isStalePlan }

  /// The server ended the session, or is starting or stopping.
  static func meansLost(_ state: String) -> Bool {
    ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state) || state.hasPrefix("08")
  }

  private static let shownLetters = 160
}
