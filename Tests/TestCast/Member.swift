public import Access
public import UseCases
public import Vocabulary

/// The fixed cast that every test uses is that of the demonstration: invented people, and look it.
public typealias Member = CastMember

extension CastMember {
  public func person(at instant: Instant) -> Person {
    Person(
      id: id, name: name, email: email, state: .active, postEndsOn: nil, createdAt: instant,
      reviewedAt: instant)
  }
}
