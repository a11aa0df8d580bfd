public import Access
public import Privacy
import Records
import SQLStore
public import Vocabulary

extension Prumo {
  /// Looks at a free text before it is written. Throws `text.looksPersonal` when it looks as if it held a person's number and
  /// nobody has said to send it anyway. Kept is that it happened, by day, field and kind: never the text, never who.
  public func checkFreeText(
    _ text: String, in field: FreeTextField, formField: String, sendAnyway: Bool
  ) async throws {
    guard let warning = FreeTextWarning(text) else { return }
    let today = now().day
    try await store.write { db in
      try FreeTextWarningRecords.count(warning.kinds, in: field, wasSent: sendAnyway, on: today, db: db)
    }
    guard sendAnyway else { throw Problem.invalid(field: formField, rule: "text.looksPersonal") }
  }
}
