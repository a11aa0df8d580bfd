public import Vocabulary

/// The reference tables of the territory, as the catalogue has them. Sources: docs/sources.md.
public struct ReferenceTerritory: Sendable {
  public let states: [StateOfFederation]
  public let regions: [Region]
  public let municipalities: [(municipality: Municipality, otherNames: [String])]
}

public func readReferenceTerritory(
  states: String, regions: String, municipalities: String
) throws(CatalogueFault) -> ReferenceTerritory {
  let stateTable = try ReferenceTable(states, file: "Catalogue/territory/states.csv")
  let regionTable = try ReferenceTable(regions, file: "Catalogue/territory/regions.csv")
  let municipalityTable = try ReferenceTable(municipalities, file: "Catalogue/territory/municipalities.csv")
  let readRegions = try regionTable.map { row throws(CatalogueFault) in
    Region(code: try row.value("code") { RegionCode($0) }, name: try row.text("name"))
  }
  let regionByCode = Dictionary(readRegions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  return ReferenceTerritory(
    states: try stateTable.map { row throws(CatalogueFault) in
      StateOfFederation(
        unit: try row.value("uf") { FederativeUnit(rawValue: $0) }, name: try row.text("name"),
        countryRegion: try row.text("country_region"))
    },
    regions: readRegions,
    municipalities: try municipalityTable.map { row throws(CatalogueFault) in
      (municipality: try municipality(row, regionByCode), otherNames: row.list("aliases"))
    })
}

private func municipality(
  _ row: ReferenceTable.Row, _ regions: [RegionCode: Region]
) throws(CatalogueFault) -> Municipality {
  func region(_ column: String) throws(CatalogueFault) -> Region? {
    try row.valueIfAny(column) { text in RegionCode(text).flatMap { regions[$0] } }
  }
  let longitude = try row.value("longitude_e4") { Int($0) }
  return Municipality(
    code: try row.value("ibge7") { IBGECode($0) },
    siafi: try row.value("siafi") { $0.utf8.count == 4 ? Digits.number($0) : nil },
    name: try row.text("name"),
    coordinates: try row.value("latitude_e4") { text in
      Int(text).flatMap { Coordinates(latitudeE4: $0, longitudeE4: longitude) }
    },
    isCapital: try row.value("is_capital") { $0 == "1" ? true : $0 == "0" ? false : nil },
    timeZone: try row.text("time_zone"),
    population: try row.valueIfAny("population_2022") { Digits.number($0) },
    immediateRegion: try region("immediate_region"), intermediateRegion: try region("intermediate_region"),
    healthRegion: try region("health_region"),
    validity: Validity(
      from: try row.valueIfAny("valid_from") { Day($0) }, until: try row.valueIfAny("valid_until") { Day($0) }
    ))
}

/// CRAS with their IDCRAS.
public func readCras(_ text: String) throws(CatalogueFault) -> [Cras] {
  let level: (String) -> Int? = { text in Digits.number(text).flatMap { (1...5).contains($0) ? $0 : nil } }
  return try ReferenceTable(text, file: "Catalogue/facts/idcras-2021-mt-ac.csv").map {
    row throws(CatalogueFault) in
    Cras(
      id: try row.value("cras_id") { $0.utf8.count == 11 && Digits.number($0) != nil ? $0 : nil },
      municipality: try row.value("ibge7") { IBGECode($0) },
      year: try row.value("year") { Digits.number($0) },
      physicalStructure: try row.value("physical_structure", level), staff: try row.value("staff", level),
      services: try row.value("services", level), idcras: try row.value("idcras", hundredths))
  }
}

/// `3.33`, `4.5`, `4`: at most two decimals.
private func hundredths(_ text: String) -> FixedDecimal? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count <= 2, let whole = Digits.number(parts[0]) else { return nil }
  guard parts.count == 2 else { return FixedDecimal(Int64(whole * 100), places: 2) }
  guard parts[1].utf8.count <= 2, let decimals = Digits.number(parts[1]) else { return nil }
  return FixedDecimal(Int64(whole * 100 + (parts[1].utf8.count == 1 ? decimals * 10 : decimals)), places: 2)
}

/// A table of counts per municipality: one column of `ibge7`, then columns that `columns` names.
public func readCounts(
  _ text: String, file: String, columns: [String]
) throws(CatalogueFault) -> [(municipality: IBGECode, counts: [Int])] {
  try ReferenceTable(text, file: file).map { row throws(CatalogueFault) in
    var counts: [Int] = []
    for column in columns { counts.append(try row.value(column) { Digits.number($0) }) }
    return (municipality: try row.value("ibge7") { IBGECode($0) }, counts: counts)
  }
}
