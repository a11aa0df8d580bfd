import Access
import Testing
import Vocabulary

@Suite struct ScopeTests {
  private func scope(_ places: String...) -> Scope { Scope(places.map { Place($0)! })! }

  private func municipality(_ code: IBGECode, immediate: String? = nil) -> Municipality {
    Municipality(
      code: code, siafi: 1, name: "X", coordinates: Coordinates(latitudeE4: -140_000, longitudeE4: -520_000)!,
      isCapital: false, timeZone: "America/Cuiaba", population: nil,
      immediateRegion: immediate.map { Region(code: RegionCode($0)!, name: "R") }, intermediateRegion: nil,
      healthRegion: nil, validity: Validity(from: nil, until: nil))
  }

  @Test func `nothing is inside a scope without places`() {
    #expect(Scope([]) == nil)
  }

  @Test func `a municipality holds no other and no state`() {
    let own = scope("5100201")
    #expect(own.covers(municipality(Cast.aguaBoa)))
    #expect(!own.covers(municipality(Cast.cuiaba)))
    #expect(!own.covers(FederativeUnit.MT))
    #expect(!own.covers(Place("MT")!))
    #expect(!own.covers(Place("BR")!))
    #expect(own.covers(Place("5100201/51002003261")!))
    #expect(!own.covers(Place("5103403/51034003261")!))
  }

  @Test func `a state holds its municipalities and no other state's`() {
    let own = scope("MT")
    #expect(own.covers(municipality(Cast.aguaBoa)) && own.covers(FederativeUnit.MT))
    #expect(own.covers(Place("RI510015")!))
    #expect(!own.covers(Place("1200401")!) && !own.covers(FederativeUnit.AC) && !own.covers(Place("BR")!))
    #expect(own.states == [.MT])
    #expect(Scope.country.states == nil)
  }

  @Test func `a region holds the municipalities that are in it`() {
    let own = scope("RI510015")
    #expect(own.covers(municipality(Cast.aguaBoa, immediate: "RI510015")))
    #expect(!own.covers(municipality(Cast.aguaBoa, immediate: "RI510001")))
    #expect(!own.covers(Place("5100201")!))
  }

  @Test func `around a scope only totals are seen`() {
    let own = scope("5100201")
    #expect(own.showsTotals(of: .municipality(Cast.aguaBoa)))
    #expect(own.showsTotals(of: .state(.MT)))
    #expect(own.showsTotals(of: .country))
    #expect(!own.showsTotals(of: .state(.AC)))
    #expect(!own.showsTotals(of: .municipality(Cast.cuiaba)))
    #expect(scope("5100201/51002003261").showsTotals(of: .municipality(Cast.aguaBoa)))
    #expect(!scope("5100201/51002003261").covers(Place("5100201")!))
  }

  @Test func `a unit holds itself only`() {
    let own = scope("5100201/51002003261")
    #expect(own.covers(Place("5100201/51002003261")!))
    #expect(!own.covers(municipality(Cast.aguaBoa)))
    #expect(!own.covers(Place("5100201/51002003262")!))
  }
}
