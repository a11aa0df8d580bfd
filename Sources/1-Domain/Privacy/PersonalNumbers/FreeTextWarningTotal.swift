/// How often free texts looked as if they held one kind of number, and how often they were sent all the same.
public struct FreeTextWarningTotal: Hashable, Sendable {
  public let kind: PersonalNumber.Kind
  public let warned: Int
  public let sentAnyway: Int

  public init(kind: PersonalNumber.Kind, warned: Int, sentAnyway: Int) {
    self.kind = kind
    self.warned = warned
    self.sentAnyway = sentAnyway
  }
}
