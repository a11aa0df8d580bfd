import Access
import Testing
import Vocabulary

@Suite struct AuditChainTests {
  private let hash: (String) -> String = { text in
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }

  private func trail(_ count: Int) throws -> [AuditEntry] {
    var entries: [AuditEntry] = []
    for number in 0..<count {
      entries.append(
        AuditEntry(
          AuditNote(.personReviewed, of: AuditThing(.person, number)),
          by: try Cast.actor(Cast.person(1, "Ana")), at: Cast.now,
          after: entries.last?.head ?? .beginning, hash: hash))
    }
    return entries
  }

  private func firstBreak(
    _ entries: [AuditEntry], keptHead: AuditHead?, noted: AuditHead? = nil
  ) -> AuditBreak? {
    var chain = AuditChain(noted: noted)
    for entry in entries { chain.follow(entry, hash: hash) }
    chain.end(at: keptHead)
    return chain.firstBreak
  }

  @Test func `an empty trail and a whole one have no break`() throws {
    #expect(firstBreak([], keptHead: nil) == nil)
    let entries = try trail(3)
    #expect(firstBreak(entries, keptHead: entries[2].head) == nil)
    #expect(firstBreak(entries, keptHead: entries[2].head, noted: entries[1].head) == nil)
  }

  @Test func `a trail without its kept head is suspect`() throws {
    #expect(firstBreak(try trail(3), keptHead: nil) == .headMissing)
  }

  @Test func `an emptied trail is missing from the first entry on`() throws {
    #expect(firstBreak([], keptHead: try trail(3)[2].head) == .endMissing(number: 1))
  }

  @Test func `only a head noted outside sees that all was written anew`() throws {
    let entries = try trail(3)
    let noted = AuditHead(number: 2, hash: "another")
    #expect(firstBreak(entries, keptHead: entries[2].head, noted: noted) == .otherThanNoted(number: 2))
    let later = AuditHead(number: 4, hash: "another")
    #expect(firstBreak(entries, keptHead: entries[2].head, noted: later) == .endMissing(number: 4))
  }

  @Test func `the first break is named, not the last`() throws {
    let entries = try trail(6)
    #expect(firstBreak([entries[0], entries[2], entries[5]], keptHead: nil) == .missing(number: 2))
  }
}
