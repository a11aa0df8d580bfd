import Access
import Testing
import Vocabulary

@Suite struct AuditEntryTests {
  private let ana = Cast.person(1, "Ana")

  private func entry(_ note: AuditNote, after head: AuditHead = .beginning) throws -> AuditEntry {
    AuditEntry(note, by: try Cast.actor(ana), at: Cast.now, after: head) { "hash of \($0.utf8.count)" }
  }

  @Test func `a value is cut at its limit and not one byte before`() {
    let limit = AuditValues.maximumValueBytes
    let longest = String(repeating: "a", count: limit)
    #expect(AuditValues([.name: longest]).text == "name=\(longest)")
    let cut = AuditValues([.name: longest + "a"]).text
    #expect(cut == "name=" + String(repeating: "a", count: limit - 3) + "…")
    // Letters of two bytes are not cut in their middle.
    let accents = AuditValues([.name: String(repeating: "ã", count: limit)]).text
    #expect(accents.utf8.count <= "name=".utf8.count + limit)
    #expect(accents.hasSuffix("ã…"))
  }

  @Test func `the id of a thing and the actor's name are cut at their limits`() throws {
    let limit = AuditThing.maximumIDBytes
    #expect(AuditThing(.setting, String(repeating: "a", count: limit)).id.utf8.count == limit)
    let cut = AuditThing(.setting, String(repeating: "a", count: limit + 1)).id
    #expect(cut.utf8.count == limit && cut.hasSuffix("…"))
    let name = String(repeating: "n", count: AuditEntry.maximumNameBytes + 1)
    let long = AuditEntry(
      AuditNote(.retentionRun),
      by: .program(name, origin: Actor.Origin(address: "local", requestID: "teste")), at: Cast.now,
      after: .beginning
    ) { _ in "" }
    #expect(long.actorName.utf8.count == AuditEntry.maximumNameBytes)
  }

  @Test func `a value cannot pretend to be another field`() {
    for lineBreak in ["\n", "\r", "\r\n", "\u{2028}", "\u{85}", "\0"] {
      let values = AuditValues([.name: "Ana\(lineBreak)role=stateAdministrator"])
      #expect(values.pairs.map(\.field) == ["name"])
    }
  }

  @Test func `values are read as they were written, in the order of their fields`() {
    let values = AuditValues([.role: "municipalManager", .name: "a=b", .place: ""])
    #expect(values.pairs.map(\.field) == ["name", "place", "role"])
    #expect(values.pairs.map(\.value) == ["a=b", "", "municipalManager"])
    #expect(AuditValues([:]).text == "" && AuditValues([:]).pairs.isEmpty)
  }

  @Test func `no two entries share one form`() throws {
    let notes = [
      AuditNote(.clockChosen),
      AuditNote(.clockChosen, of: AuditThing(.municipality, "")),
      AuditNote(.clockChosen, of: AuditThing(.municipality, "1:a,")),
      AuditNote(.clockChosen, in: .territory(.municipality(Cast.aguaBoa))),
      AuditNote(.clockChosen, before: [.timeZone: "x"]),
      AuditNote(.clockChosen, after: [.timeZone: "x"]),
      AuditNote(.personChanged),
    ]
    let forms = try notes.map { try entry($0).canonicalForm }
    #expect(Set(forms).count == notes.count)
    let next = try entry(notes[0], after: AuditHead(number: 1, hash: AuditHead.beginning.hash))
    #expect(!forms.contains(next.canonicalForm))
  }

  @Test func `the form stays what it was, or old trails could not be checked`() throws {
    let note = AuditNote(
      .clockChosen, of: AuditThing(.municipality, Cast.aguaBoa),
      in: .territory(.municipality(Cast.aguaBoa)), before: [.timeZone: "America/Cuiaba"],
      after: [.timeZone: "America/Sao_Paulo"])
    let zeros = String(repeating: "0", count: 64)
    #expect(
      try entry(note).canonicalForm == """
        19:prumo audit entry 1,1:1,24:2026-11-23T15:08:33.000Z,36:00000000-0000-4000-8000-000000000001,3:Ana,-,\
        9:127.0.0.1,5:teste,12:clock.chosen,12:municipality,7:5100201,7:5100201,23:timeZone=America/Cuiaba,\
        26:timeZone=America/Sao_Paulo,64:\(zeros),
        """)
  }

  @Test func `an entry tells who looked over whose shoulder`() throws {
    let viewed = try Cast.actor(ana, viewer: Cast.person(2, "Bento").id)
    let entry = AuditEntry(AuditNote(.peopleRead), by: viewed, at: Cast.now, after: .beginning) { _ in "" }
    #expect(entry.actorID == ana.id.text)
    #expect(entry.viewerID == Cast.person(2, "Bento").id.text)
  }

  @Test func `actions and fields are named apart, and groups hold every action once`() {
    #expect(AuditGroup.allCases.flatMap(\.actions).count == AuditAction.allCases.count)
    for action in AuditAction.allCases {
      #expect(action.rawValue.wholeMatch(of: /[a-z][A-Za-z]*\.[a-z][A-Za-z]*/) != nil)
    }
    for field in AuditField.allCases { #expect(field.rawValue.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil) }
  }

  @Test func `a head is read as it is written, and nothing else`() {
    let hash = String(repeating: "0a", count: 32)
    #expect(AuditHead("12:\(hash)")?.description == "12:\(hash)")
    #expect(AuditHead("12:\(hash.uppercased())")?.hash == hash)
    for text in ["", "12", ":\(hash)", "12:", "-1:\(hash)", "12:\(hash)0", "12:\(hash.dropLast())g", "1:2:3"]
    {
      #expect(AuditHead(text) == nil)
    }
  }
}
