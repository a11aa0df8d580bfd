import Vocabulary

/// A field of a form: label above, hint, what was wrong with it, and what was typed.
struct FormField: Sendable {
  /// The only one of its page; the name, where that stands there once.
  let id: String
  let name: String
  let label: String
  let hint: String?
  let type: String
  let value: String
  let maximumLength: Int?
  let isRequired: Bool
  let autocomplete: String
  /// Which keyboard a telephone shows; nil for the type's own.
  let inputMode: String?
  let error: String?
  let hasError: Bool
  /// Ids of what describes it, as `aria-describedby` takes them; nil when nothing does.
  let describedBy: String?

  init(
    _ name: String, _ label: String, hint: String? = nil, type: String = "text", value: String = "",
    maximumLength: Int? = nil, isRequired: Bool = true, autocomplete: String = "off",
    inputMode: String? = nil, id: String? = nil, problem: Problem? = nil
  ) {
    let error = problem.flatMap { $0.field == name ? Sentences.of($0).title : nil }
    self.id = id ?? name
    self.name = name
    self.label = label
    self.hint = hint
    self.type = type
    self.value = value
    self.maximumLength = maximumLength
    self.isRequired = isRequired
    self.autocomplete = autocomplete
    self.inputMode = inputMode
    self.error = error
    hasError = error != nil
    describedBy = FieldParts.describedBy(self.id, hint: hint, error: error)
  }
}

/// A field in which one of several is chosen, perhaps in groups.
struct ChoiceField: Sendable {
  struct Group: Sendable {
    /// Nil: its choices stand alone.
    let label: String?
    let choices: [Choice]
  }

  let name: String
  let label: String
  let hint: String?
  let groups: [Group]
  let error: String?
  let hasError: Bool
  let describedBy: String?

  init(
    _ name: String, _ label: String, hint: String? = nil, groups: [Group], problem: Problem? = nil
  ) {
    let error = problem.flatMap { $0.field == name ? Sentences.of($0).title : nil }
    self.name = name
    self.label = label
    self.hint = hint
    self.groups = groups
    self.error = error
    hasError = error != nil
    describedBy = FieldParts.describedBy(name, hint: hint, error: error)
  }
}

private enum FieldParts {
  static func describedBy(_ name: String, hint: String?, error: String?) -> String? {
    let ids = [error.map { _ in "\(name)-erro" }, hint.map { _ in "\(name)-dica" }].compactMap { $0 }
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }
}
