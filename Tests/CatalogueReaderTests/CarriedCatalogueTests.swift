import Assets
import CatalogueReader
import Indicators
import Testing
import Vocabulary

/// The files of `Catalogue/` as they stand: counts, traps and cross-checks.
@Suite struct CarriedCatalogueTests {
  private func text(_ name: String) throws -> String { try #require(Assets.text("Catalogue/" + name)) }

  private func territory() throws -> ReferenceTerritory {
    try readReferenceTerritory(
      states: try text("territory/states.csv"), regions: try text("territory/regions.csv"),
      municipalities: try text("territory/municipalities.csv"))
  }

  @Test func `elements and indicators are read without fault`() throws {
    let catalogue = try readCatalogue(
      elements: try text("elements.yaml"), indicators: try text("indicators.yaml"))
    let keys = Set(catalogue.indicators.map(\.key.text))
    #expect(keys.isSuperset(of: ["pbf.families", "pbf.parcels", "pbf.amount", "pbf.mean", "pbf.lateShare"]))
  }

  @Test func `there are 27 states and 5571 municipalities, all codes distinct`() throws {
    let territory = try territory()
    let places = territory.municipalities.map(\.municipality)
    #expect(territory.states.count == 27)
    #expect(places.count == 5_571)
    #expect(Set(places.map(\.code)).count == 5_571)
    #expect(Set(places.map(\.code.sixDigits)).count == 5_571)
    #expect(Set(places.map(\.siafi)).count == 5_571)
  }

  @Test func `exactly the nine known codes have an irregular check digit`() throws {
    let codes = Set(try territory().municipalities.map(\.municipality.code.number))
    #expect(IBGECode.checkDigitExceptions.isSubset(of: codes))
  }

  @Test func `Mato Grosso has 141 municipalities until 2024 and 142 since January 2025`() throws {
    let places = try territory().municipalities.map(\.municipality).filter { $0.code.federativeUnit == .MT }
    func count(_ month: String) throws -> Int {
      let month = try #require(ReferenceMonth(month))
      return places.filter { $0.validity.contains(month) }.count
    }
    #expect(try count("2013-08") == 141)
    #expect(try count("2024-12") == 141)
    #expect(try count("2025-01") == 142)
  }

  @Test func `232 names repeat across states, none within one`() throws {
    let places = try territory().municipalities.map(\.municipality)
    let byName = Dictionary(grouping: places, by: \.name)
    #expect(byName.values.filter { $0.count > 1 }.count == 232)
    // Without accents and apostrophes a few more coincide, still none within a state.
    for (name, places) in Dictionary(grouping: places, by: { NameKey($0.name) }) {
      #expect(Set(places.map(\.code.federativeUnit)).count == places.count, "\(name)")
    }
  }

  @Test func `the population of the census adds up to the published total`() throws {
    let sum = try territory().municipalities.compactMap(\.municipality.population).reduce(0, +)
    #expect(sum == 203_080_756)
  }

  @Test func `SIAFI codes are unrelated to IBGE codes and kept apart`() throws {
    let siafi = Dictionary(
      uniqueKeysWithValues: try territory().municipalities.map {
        ($0.municipality.code.number, $0.municipality.siafi)
      })
    #expect(siafi[1_200_203] == 107)
    #expect(siafi[1_200_401] == 139)
    #expect(siafi[5_100_201] == 9_191)
    #expect(siafi[5_103_403] == 9_067)
    #expect(siafi[5_107_206] == 8_995)
    #expect(siafi[3_111_200] == 4_223)
  }

  @Test func `the IDCRAS is the mean of its three dimensions in all 207 CRAS`() throws {
    let cras = try readCras(try text("facts/idcras-2021-mt-ac.csv"))
    #expect(cras.filter { $0.municipality.federativeUnit == .MT }.count == 178)
    #expect(cras.filter { $0.municipality.federativeUnit == .AC }.count == 29)
    for unit in cras {
      let sum = Int64(unit.physicalStructure + unit.staff + unit.services)
      #expect(Ratio(sum, of: 3).rounded(places: 2) == unit.idcras, "\(unit.id)")
    }
  }

  @Test func `Mato Grosso's parcels of December 2023 add up to the published count`() throws {
    let counts = try readCounts(
      try text("facts/pbf-parcels-2023-12.csv"), file: "facts", columns: ["parcels"])
    let mt = counts.filter { $0.municipality.federativeUnit == .MT }
    #expect(mt.count == 141)
    #expect(mt.reduce(0) { $0 + $1.counts[0] } == 254_762)
  }
}
