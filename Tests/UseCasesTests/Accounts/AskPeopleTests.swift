import Access
import TestCast
import TestSupport
import Testing
@testable import UseCases
import Vocabulary

/// The names of those whom a member finds.
private func found(
  _ prumo: Prumo, by member: Member, _ set: (inout PeopleQuestion) -> Void = { _ in }
) async throws -> [String] {
  var question = PeopleQuestion()
  set(&question)
  return try await prumo.people(question, by: try await prumo.actor(of: member)).people.map(\.person.name)
}

/// The rule by which a list of people is refused to a member; nil when it is not.
private func refusal(_ prumo: Prumo, by member: Member, words: String = "") async throws -> String? {
  var question = PeopleQuestion()
  question.words = words
  return await refusedRule { [question] in
    try await prumo.people(question, by: try await prumo.actor(of: member))
  }
}

/// The rule by which a person's sheet is refused to a member.
private func refusal(_ prumo: Prumo, of seen: Member, by member: Member) async throws -> String? {
  await refusedRule { try await prumo.personSheet(seen.id, by: try await prumo.actor(of: member)) }
}

private func refusedRule<R: Sendable>(_ body: @Sendable () async throws -> R) async -> String? {
  do {
    _ = try await body()
    return nil
  } catch {
    return (error as? Problem)?.rule ?? "\(error)"
  }
}

/// Who finds whom, and what is told of them.
@Suite struct AskPeopleTests {
  @Test(arguments: Engine.allCases)
  func `who may not read people finds none, and outside of the place nobody is found`(engine: Engine)
    async throws
  {
    try await withClock(engine) { prumo, _ in
      for member in [Member.celia, .dora, .enzo] {
        #expect(try await refusal(prumo, by: member) == "access.notAllowed", "\(member)")
        #expect(try await refusal(prumo, of: .dora, by: member) == "access.notAllowed", "\(member)")
      }
      let ofBento = try await found(prumo, by: .bento)
      #expect(ofBento == ["Bento Exemplo", "Dora Exemplo"])
      #expect(try await found(prumo, by: .acacio) == ["Acácio Exemplo"])
      #expect(try await refusal(prumo, of: .ana, by: .bento) == "person.unknown")
    }
  }

  /// Dora's other role is no business of Bento's: no filter may tell that it is there.
  @Test(arguments: Engine.allCases)
  func `filters look at roles inside one's own place only`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.give(.reviewer, in: "AC", to: .dora)
      try await prumo.give(.workshopParticipant, in: "5100201", to: .dora, until: "2026-06-30")
      #expect(try await found(prumo, by: .bento) { $0.role = .reviewer } == [])
      #expect(try await found(prumo, by: .bento) { $0.place = Place("AC") } == [])
      #expect(try await found(prumo, by: .bento) { $0.role = .workshopParticipant } == [], "it is over")
      #expect(try await found(prumo, by: .bento) { $0.role = .councilMember } == ["Dora Exemplo"])
      #expect(
        try await found(prumo, by: .iara) { $0.place = Place("AC") } == ["Acácio Exemplo", "Dora Exemplo"])
      let region = try await found(prumo, by: .iara) { $0.place = Place("RI510015") }
      #expect(region == ["Bento Exemplo", "Célia Exemplo", "Dora Exemplo"])
      let list = try await prumo.people(by: try await prumo.actor(of: .bento))
      #expect(list.places == [Place("5100201")!] && list.enteredAt == nil && list.reviewsDue == nil)
      #expect(list.people.last?.assignments.map(\.role) == [.councilMember])
    }
  }

  @Test(arguments: Engine.allCases)
  func `people are found by any word of the name and by a part of the address`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      for words in ["CELIA", "célia ex", "celia@", "elia@exemplo"] {
        #expect(try await found(prumo, by: .iara) { $0.words = words } == ["Célia Exemplo"], "\(words)")
      }
      #expect(try await found(prumo, by: .iara) { $0.words = "exemplo" }.count == Member.allCases.count)
      for words in ["elia", "xemplo x", "%", "acacio"] {
        let names = try await found(prumo, by: .bento) { $0.words = words }
        #expect(names == [], "\(words)")
      }
      #expect(try await found(prumo, by: .iara) { $0.words = "  " }.count == Member.allCases.count)
      let longest = String(repeating: "a", count: PeopleQuestion.maximumWords)
      #expect(try await found(prumo, by: .iara) { $0.words = longest } == [])
      #expect(try await refusal(prumo, by: .iara, words: longest + "a") == "search.tooLong")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a year without review brings the reminder, and a review takes it away`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      #expect(try await prumo.reviewsDue(for: try await prumo.actor(of: .bento)) == nil)
      #expect(try await prumo.reviewsDue(for: try await prumo.actor(of: .iara)) == 0)
      clock.advance(days: Int64(Person.reviewDays))
      let iara = try await prumo.actor(of: .iara)
      #expect(try await prumo.reviewsDue(for: iara) == Member.allCases.count)
      try await prumo.review(Member.dora.id, by: iara)
      #expect(try await prumo.people(by: iara).reviewsDue == Member.allCases.count - 1)
      let due = try await found(prumo, by: .iara) { $0.isReviewDue = true }
      #expect(due.count == Member.allCases.count - 1 && !due.contains("Dora Exemplo"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `a page of people ends at fifty, and the next begins after it`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let iara = try await prumo.actor(of: .iara)
      for number in 1...(Prumo.peoplePerPage + 1) {
        _ = try await prumo.invite(
          Invitation(
            name: "Zé \(100 + number)", email: "ze\(number)@exemplo.gov.br", postEndsOn: nil,
            assignments: [NewAssignment(role: .councilMember, place: Place("1200401")!)]), by: iara)
      }
      var inAcre = PeopleQuestion()
      inAcre.place = Place("1200401")
      let first = try await prumo.people(inAcre, by: iara)
      let second = try await prumo.people(inAcre, page: 2, by: iara)
      #expect(first.people.count == Prumo.peoplePerPage && first.count == Prumo.peoplePerPage + 1)
      #expect(second.people.map(\.person.name) == ["Zé 151"])
    }
  }

  @Test(arguments: Engine.allCases)
  func `the sheet tells what the asker may do and no more`(engine: Engine) async throws {
    try await withClock(engine) { prumo, clock in
      try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
      let (iara, enzo) = (try await prumo.actor(of: .iara), try await prumo.actor(of: .enzo))
      let bento = try await prumo.personSheet(Member.dora.id, by: try await prumo.actor(of: .bento))
      #expect(bento.care == PersonCare.nothing && bento.access == nil && bento.history == nil)
      let own = try await prumo.personSheet(Member.iara.id, by: iara)
      #expect(own.care.isOneself && !own.care.mayChange && own.care.revocable.isEmpty && !own.care.mayViewAs)
      let dora = try await prumo.personSheet(Member.dora.id, by: enzo)
      #expect(dora.care.mayChange && dora.care.mayOpen && dora.care.mayGrant && dora.care.mayViewAs)
      #expect(dora.care.revocable == Set(dora.assignments.map(\.id)) && dora.access?.enteredAt == nil)
      // Somebody who has more than the asker is not opened by the asker.
      try await prumo.give(.stateAdministrator, in: "AC", to: .dora)
      let raised = try await prumo.personSheet(Member.dora.id, by: enzo)
      #expect(raised.care.mayChange && !raised.care.mayOpen && !raised.care.mayViewAs)
      #expect(raised.assignments.count == 1 && raised.care.revocable.count == 1)
      try await prumo.setPassword(of: .dora)
      _ = try await prumo.tokens(of: .dora)
      clock.advance(seconds: 60)
      let seen = try await prumo.personSheet(Member.dora.id, by: enzo)
      #expect(seen.access?.enteredAt == testNow)
      #expect(try await prumo.trail().filter { $0 == "people.read" }.count == 2, "the same look once an hour")
    }
  }

  @Test(arguments: Engine.allCases)
  func `an account that ends keeps its reason in the trail`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      let iara = try await prumo.actor(of: .iara)
      for (reason, refusal) in [
        ("  ", "person.reasonMissing"),
        (String(repeating: "a", count: Person.longestReason + 1), "person.reasonTooLong"),
      ] {
        let refused = await refusedRule {
          try await prumo.endAccount(of: Member.dora.id, because: reason, by: iara)
        }
        #expect(refused == refusal)
      }
      let longest = String(repeating: "a", count: Person.longestReason)
      try await prumo.endAccount(of: Member.dora.id, because: longest, by: iara)
      let sheet = try await prumo.personSheet(Member.dora.id, by: iara)
      #expect(sheet.history?.first?.after.pairs.contains { $0 == ("reason", longest) } == true)
      #expect(sheet.care.mayChange && !sheet.care.mayGrant && !sheet.care.mayViewAs)
    }
  }

  @Test(arguments: Engine.allCases)
  func `roles are offered where they can be given`(engine: Engine) async throws {
    try await withClock(engine) { prumo, _ in
      try await prumo.give(.stateAdministrator, in: "MT", to: .enzo)
      let enzo = try await prumo.actor(of: .enzo)
      let refused = await refusedRule { try await prumo.grantOptions(by: try await prumo.actor(of: .bento)) }
      #expect(refused == "access.notAllowed")
      let acre = await refusedRule { try await prumo.grantChoices(of: .reviewer, in: .AC, by: enzo) }
      #expect(acre == "territory.unknown")
      #expect(try await prumo.grantOptions(by: enzo).states.map(\.unit) == [.MT])
      let choices = try await prumo.grantChoices(of: .stateAdministrator, in: .MT, by: enzo)
      #expect(choices.places == [Place("MT")!], "not the country")
      let municipal = try await prumo.grantChoices(of: .gestorMunicipal, in: .MT, by: enzo)
      #expect(municipal.places.count == 142 && municipal.names[.state(.MT)] == "Mato Grosso")
    }
  }
}

extension PersonCare {
  /// Of who only looks.
  fileprivate static let nothing = PersonCare(
    isOneself: false, mayChange: false, mayOpen: false, mayGrant: false, revocable: [], mayViewAs: false)
}
