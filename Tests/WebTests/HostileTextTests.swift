import Access
import Indicators
import TestCast
import Privacy
import TestSupport
import Testing
import Vocabulary

@testable import UseCases
@testable import Web

/// What comes from files, addresses and people stays text, wherever a page shows it.
@Suite struct HostileTextTests {
  private static let evil = "<script>alert(\"x\")</script><img src=x onerror='y'>{{frame.title}}&lt;"

  private func isHarmless(_ page: some Page, _ name: String) throws {
    let html = try Templates.shared.html(of: page)
    #expect(!html.contains("<script>alert"), "\(name)")
    #expect(!html.contains("<img"), "\(name)")
    #expect(!html.contains("\"x\")"), "\(name)")
    #expect(html.contains("&lt;script&gt;"), "\(name) does not show the text at all")
  }

  @Test func `the panel and the sheet escape names of places and indicators`() async throws {
    try await withPages { prumo in
      let surroundings = try await prumo.surroundings(.AC)
      let panel = Self.hostile(try await prumo.statePanel(.AC, indicator: nil, month: nil, for: .tester))
      let query = PanelQuery()
      try isHarmless(
        PanelPage(
          panel, query: query, catalogue: prumo.catalogue, boundaries: [], surroundings: surroundings),
        "panel")
      let csv = PanelDownload.text(panel, query: query, catalogue: prumo.catalogue)
      #expect(csv.contains("\"\"x\"\""))
      let sheet = Self.hostile(try await prumo.municipalitySheet(Samples.rioBranco, month: nil, for: .tester))
      try isHarmless(
        SheetPage(sheet, boundaries: [], surroundings: surroundings), "sheet")
      let acre = StateOfFederation(unit: .AC, name: Self.evil, countryRegion: Self.evil)
      let everywhere = Surroundings(
        state: acre, states: [acre], home: .AC, assets: .sample,
        signedIn: try await prumo.signedIn(as: .iara), isDemonstration: false)
      try isHarmless(
        MunicipalitiesPage(panel.rows.map(\.municipality), of: acre, surroundings: everywhere),
        "municipalities")
    }
  }

  @Test func `the search escapes what was searched for`() async throws {
    try await withPages { prumo in
      let surroundings = try await prumo.surroundings(.AC)
      try isHarmless(SearchPage([], for: Self.evil, limit: 50, surroundings: surroundings), "search")
      let problem = Problem.notFound(rule: "territory.unknown", ["territory": Self.evil])
      try isHarmless(MessagePage(problem, surroundings: surroundings), "message")
      try isHarmless(
        NewLoadPage(
          limitBytes: UploadLimits.fileBytes, problem: .invalid(rule: Self.evil), surroundings: surroundings),
        "new load")
    }
  }

  @Test func `the pages of the trail escape everything that an entry holds`() async throws {
    try await withPages { prumo in
      let surroundings = try await prumo.surroundings(.AC)
      let words = TrailValueWords(roles: prumo.roles, clock: surroundings.clock)
      let values = AuditValues(stored: "\(Self.evil)=\(Self.evil)\nname=\(Self.evil)")
      let entry = AuditEntry(
        number: 1, at: Self.evil, actorID: Self.evil, actorName: Self.evil, viewerID: Self.evil,
        address: Self.evil, requestID: Self.evil, action: Self.evil, thingKind: Self.evil,
        thingID: Self.evil, place: Self.evil + "MT", before: values, after: values, previousHash: Self.evil,
        hash: Self.evil)
      let named = Samples.named(entry)
      var query = TrailQuery()
      (query.who, query.thingID, query.place, query.from) = (Self.evil, Self.evil, Self.evil, Self.evil)
      let part = TrailPart(entries: [named], hasNewer: true, hasOlder: true)
      try isHarmless(TrailPage(part, query: query, words: words, surroundings: surroundings), "trail")
      let link = AuditLink(of: entry, previous: nil, next: nil, newest: nil) { _ in "" }
      try isHarmless(
        TrailEntryPage(named, link: link, words: words, surroundings: surroundings), "trail entry")
    }
  }

  @Test func `the pages of loads escape names of files, columns and people`() async throws {
    try await withPages { prumo in
      let surroundings = try await prumo.surroundings(.AC)
      let report = Self.hostileReport
      let record = Samples.record(.committed, name: Self.evil, report: report, loadedBy: Self.evil)
      let reading = Samples.record(.reading, name: Self.evil, loadedBy: Self.evil)
      let now = Samples.began
      try isHarmless(LoadPage(record, now: now, surroundings: surroundings), "load")
      try isHarmless(LoadPage(reading, now: now, surroundings: surroundings), "reading")
      try isHarmless(LoadPage(dryRun: report, surroundings: surroundings), "dry run")
      try isHarmless(
        LoadsPage(
          [record, reading], part: .init(ended: 1, standing: 1), now: now, surroundings: surroundings),
        "loads")
      let element = try #require(prumo.catalogue.elements.first)
      let figure = try await prumo.figure(
        CatalogueKey("pbf.families")!, of: .municipality(Samples.rioBranco), in: Samples.december,
        for: .tester)
      let contribution = Contribution(load: record.load, municipalities: 1, value: 1, rowsRejectedHere: 0)
      let part = ExplainedPart(
        element: element, total: nil, contributions: [contribution], superseded: [contribution])
      let explanation = Explanation(figure: figure, territoryName: Self.evil, parts: [part])
      try isHarmless(ExplanationPage(explanation, surroundings: surroundings), "explanation")
    }
  }

  @Test func `the pages of people escape names, reasons and what was typed`() async throws {
    try await withPages { prumo in
      let surroundings = try await prumo.surroundings(.MT)
      let iara = try await prumo.actor(of: .iara)
      let dora = try await prumo.personSheet(Member.dora.id, by: iara).changed { $0.name = Self.evil }
      let list = try await prumo.people(by: iara)
      let named = list.people.map { listed -> ListedPerson in
        var person = listed.person
        person.name = Self.evil
        return ListedPerson(person: person, assignments: listed.assignments)
      }
      let hostile = PeopleList(
        people: named, count: 1, reviewsDue: 0, enteredAt: nil, places: [], names: list.names)
      var query = PeopleQuery()
      query.words = Self.evil
      let now = prumo.now()
      try isHarmless(
        PeoplePage(hostile, query: query, roles: prumo.roles, now: now, surroundings: surroundings), "people")
      let entry = AuditEntry(
        number: 1, at: now.description, actorID: nil, actorName: Self.evil, viewerID: nil, address: Self.evil,
        requestID: "", action: Self.evil, thingKind: nil, thingID: nil, place: nil,
        before: AuditValues([.name: Self.evil]), after: AuditValues([.reason: Self.evil, .role: Self.evil]),
        previousHash: "", hash: "")
      let sheet = PersonSheet(
        person: dora.person, assignments: dora.assignments, names: dora.names, givers: [:], care: dora.care,
        access: dora.access, history: [entry])
      try isHarmless(
        PersonPage(sheet, roles: prumo.roles, now: now, surroundings: surroundings), "person")
      let options = try await prumo.grantOptions(by: iara)
      try isHarmless(
        RoleChoicePage(options, for: .person(dora.person), surroundings: surroundings), "question")
      let choices = try await prumo.grantChoices(of: .unitCoordinator, in: .MT, by: iara)
      var form = GrantForm(again: dora.person)
      (form.unit, form.place, form.postEnd) = (Self.evil, Self.evil, Self.evil)
      try isHarmless(
        GrantPage(
          choices, form: form, for: .invitation(again: nil), isOneState: true, surroundings: surroundings),
        "form")
      try isHarmless(CorrectionPage(dora.person, form: form, surroundings: surroundings), "correction")
      try isHarmless(
        ConfirmationPage(ending: dora.person, reason: Self.evil, surroundings: surroundings), "ending")
      try isHarmless(
        HandOverPage(.invitation, link: Self.evil, for: dora.person, now: now, surroundings: surroundings),
        "handover")
    }
  }

  @Test func `the pages about personal data escape what people write and what is kept of them`() async throws
  {
    try await withPages { prumo in
      let samples = try await Samples(prumo)
      let surroundings = try await prumo.surroundings(.AC)
      let today = prumo.now().day
      let listed = Samples.requests(at: prumo.now(), text: Self.evil, name: Self.evil)
      let typed = Self.evil + " 529.982.247-25"
      let warned = Problem.invalid(field: "texto", rule: "text.looksPersonal")
      try isHarmless(
        try await samples.ownData(
          requests: listed.map(\.request), typed: .init(kind: Self.evil, text: typed, problem: warned),
          text: Self.evil), "own data")
      try isHarmless(PrivacyDeskPage(samples.desk(listed), surroundings: surroundings), "desk")
      try isHarmless(
        PrivacyRequestPage(
          listed[0], typed: .init(outcome: Self.evil, text: typed, problem: nil), today: today,
          surroundings: surroundings), "request")
      try isHarmless(PrivacyRequestPage(listed[2], today: today, surroundings: surroundings), "answered")
      let protection = DataProtection(organisation: Self.evil, officer: Self.evil, contact: Self.evil)
      try isHarmless(PrivacyPage(prumo.privacy, protection, surroundings: surroundings), "privacy")
    }
  }
}

extension HostileTextTests {
  private static func hostile(_ place: Municipality) -> Municipality {
    Municipality(
      code: place.code, siafi: place.siafi, name: evil, coordinates: place.coordinates,
      isCapital: place.isCapital,
      timeZone: evil, population: place.population,
      immediateRegion: place.immediateRegion.map { Region(code: $0.code, name: evil) },
      intermediateRegion: nil,
      healthRegion: nil, validity: place.validity)
  }

  private static func hostile(_ indicator: Indicator) -> Indicator {
    Indicator(
      key: indicator.key, label: evil, shortLabel: evil, explanation: evil, numerator: indicator.numerator,
      denominator: indicator.denominator, unit: indicator.unit, unitLabel: evil,
      decimalPlaces: indicator.decimalPlaces, direction: indicator.direction, source: evil, assumption: evil)
  }

  private static func hostile(_ panel: StatePanel) -> StatePanel {
    StatePanel(
      state: StateOfFederation(unit: panel.state.unit, name: evil, countryRegion: evil),
      indicator: hostile(panel.indicator), month: panel.month, months: panel.months,
      stateFigure: panel.stateFigure,
      headlines: panel.headlines,
      rows: panel.rows.map {
        PanelRow(
          municipality: hostile($0.municipality), figure: $0.figure, previous: $0.previous,
          position: $0.position)
      }, isWhole: true)
  }

  private static func hostile(_ sheet: MunicipalitySheet) -> MunicipalitySheet {
    MunicipalitySheet(
      municipality: hostile(sheet.municipality),
      state: StateOfFederation(unit: sheet.state.unit, name: evil, countryRegion: evil), month: sheet.month,
      months: sheet.months, headlines: sheet.headlines, cras: sheet.cras, network: sheet.network,
      timeZones: [evil],
      neighbours: sheet.neighbours.map {
        Neighbour(municipality: hostile($0.municipality), isOpen: $0.isOpen)
      })
  }

  private static var hostileReport: LoadReport {
    var report = Samples.report
    report.layout = evil
    report.fileName = evil
    report.memberName = evil
    report.encoding = evil
    report.delimiter = evil
    report.sha256 = evil
    report.rejections = [.init(reason: evil, rows: 1)]
    report.examples = [.init(line: 1, reason: evil, column: evil, shape: evil, fieldsFound: 1)]
    report.unknownMunicipalities = [.init(code: evil, shape: evil, state: evil, rows: 1)]
    report.warnings = [.init(rule: evil, details: [:])]
    report.wholeStates = [evil]
    report.vanished = [.init(code: evil, name: evil, state: evil)]
    report.changes.largest = []
    return report
  }
}
