/// Where in the trail a page of it begins.
public enum TrailStart: Hashable, Sendable {
  case newest
  /// Entries of lower numbers, the next older first.
  case before(Int)
  /// Entries of higher numbers, the next newer of them last.
  case after(Int)
}
