public import Vocabulary

/// What something was done to: its kind and its id, by which a page can be found as long as the thing exists.
public struct AuditThing: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case person, assignment, session, load, municipality, trail, privacyRequest, retentionRule, backup,
      setting
  }

  /// An id is at most this long; a longer one is cut.
  public static let maximumIDBytes = 120

  public let kind: Kind
  public let id: String

  public init(_ kind: Kind, _ id: some CustomStringConvertible) {
    self.kind = kind
    self.id = AuditText.cleaned(id.description, maximumBytes: Self.maximumIDBytes)
  }
}
