/// How one entry hangs in the chain, looked at with its neighbours alone.
public struct AuditLink: Hashable, Sendable {
  /// The entry is what was written: its hash is that of its content.
  public let isUnchanged: Bool
  /// It carries the hash of the entry before.
  public let followsPrevious: Bool
  /// The entry after carries its hash; nil for the newest.
  public let isFollowed: Bool?

  /// - Parameters:
  ///   - previous: the head that the entry before makes; nil when that entry is missing.
  ///   - next: the entry after; nil when there is none.
  ///   - newest: the newest entry as the store remembers it apart from the entries.
  public init(
    of entry: AuditEntry, previous: AuditHead?, next: AuditEntry?, newest: AuditHead?,
    hash: (String) -> String
  ) {
    isUnchanged = hash(entry.canonicalForm) == entry.hash
    followsPrevious = previous.map { $0.hash == entry.previousHash } ?? false
    if let next {
      isFollowed = next.previousHash == entry.hash
    } else {
      isFollowed = newest == entry.head ? nil : false
    }
  }

  public var holds: Bool { isUnchanged && followsPrevious && isFollowed != false }
}
