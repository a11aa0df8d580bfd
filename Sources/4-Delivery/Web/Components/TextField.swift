import Vocabulary

/// A line that a person fills in: label above, hint, what is wrong with it, and what was typed.
struct TextField: Sendable {
  enum Kind: String, Sendable { case text, email, password, date }

  /// Also its id: a name stands once on a page.
  let name: String
  let label: String
  let type: String
  let hint: String?
  /// Never a password.
  let value: String
  let autocomplete: String
  let maximumLength: String?
  let inputMode: String?
  let error: String?
  let isWrong: Bool
  let describedBy: String?
  /// Shown, and not to be changed here.
  let isFixed: Bool

  /// - Parameter problem: of the whole form; it shows here when it is about this field.
  init(
    _ kind: Kind, _ name: String, label: String, hint: String? = nil, value: String = "",
    autocomplete: String = "off", maximumLength: Int? = nil, inputMode: String? = nil, isFixed: Bool = false,
    problem: Problem? = nil
  ) {
    self.name = name
    self.label = label
    type = kind.rawValue
    self.hint = hint
    self.value = kind == .password ? "" : value
    self.autocomplete = autocomplete
    self.maximumLength = maximumLength.map { String($0) }
    self.inputMode = inputMode
    self.isFixed = isFixed
    error = problem?.field == name ? problem.map { Sentences.of($0).title } : nil
    isWrong = error != nil
    let notes = [hint.map { _ in "\(name)-dica" }, error.map { _ in "\(name)-erro" }].compactMap { $0 }
    describedBy = notes.isEmpty ? nil : notes.joined(separator: " ")
  }
}
