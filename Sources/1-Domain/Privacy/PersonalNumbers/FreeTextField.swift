/// A field in which people write what they like. Each warns of persons' numbers, and the warnings are counted under its name.
/// A new free-text field of a page is a new case here.
public enum FreeTextField: String, CaseIterable, Hashable, Sendable {
  case privacyRequest
  case privacyAnswer
  /// Why an account was ended.
  case endOfAccount
}
