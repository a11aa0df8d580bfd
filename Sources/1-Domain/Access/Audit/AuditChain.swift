/// The first thing found in the trail that cannot have come about by adding entries.
public enum AuditBreak: Hashable, Sendable {
  /// This entry, or its hash, is not what was written.
  case changed(number: Int)
  /// This entry does not carry the hash of the one before: one of the two was replaced.
  case unlinked(number: Int)
  /// There is no entry of this number, though later ones exist.
  case missing(number: Int)
  /// This entry was never added: it stands before the first or after the newest.
  case inserted(number: Int)
  /// The newest entries are gone: the trail ends before `number`, which was written.
  case endMissing(number: Int)
  /// The store does not say any more which entry is the newest, though there are entries.
  case headMissing
  /// The entry of this number is another than the one that was noted outside.
  case otherThanNoted(number: Int)
}

/// Follows the trail from the first entry to the newest, one at a time, and remembers the first break.
public struct AuditChain: Sendable {
  /// The last entry seen.
  public private(set) var head = AuditHead.beginning
  public private(set) var entries = 0
  public private(set) var firstBreak: AuditBreak?
  private let noted: AuditHead?

  /// - Parameter noted: a head that somebody noted outside of the store.
  public init(noted: AuditHead? = nil) {
    self.noted = noted
  }

  /// The next entry by number.
  public mutating func follow(_ entry: AuditEntry, hash: (String) -> String) {
    entries += 1
    guard firstBreak == nil else { return }
    if entry.number < head.number + 1 {
      firstBreak = .inserted(number: entry.number)
    } else if entry.number > head.number + 1 {
      firstBreak = .missing(number: head.number + 1)
    } else if hash(entry.canonicalForm) != entry.hash {
      firstBreak = .changed(number: entry.number)
    } else if entry.previousHash != head.hash {
      firstBreak = .unlinked(number: entry.number)
    } else if let noted, noted.number == entry.number, noted.hash != entry.hash {
      firstBreak = .otherThanNoted(number: entry.number)
    }
    head = entry.head
  }

  /// After the last entry.
  /// - Parameter kept: the newest entry as the store remembers it apart from the entries.
  public mutating func end(at kept: AuditHead?) {
    guard firstBreak == nil else { return }
    if let kept {
      if kept.number > head.number {
        firstBreak = .endMissing(number: head.number + 1)
      } else if kept.number < head.number {
        firstBreak = .inserted(number: kept.number + 1)
      } else if kept.hash != head.hash {
        firstBreak = .changed(number: head.number)
      }
    } else if entries > 0 {
      firstBreak = .headMissing
    }
    if firstBreak == nil, let noted, noted.number > head.number {
      firstBreak = .endMissing(number: head.number + 1)
    }
  }
}
