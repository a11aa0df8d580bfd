public import Access

/// A request with the person who asked, for those who answer.
public struct ListedRequest: Hashable, Sendable {
  public let request: PrivacyRequest
  public let person: Person

  public init(request: PrivacyRequest, person: Person) {
    self.request = request
    self.person = person
  }
}
