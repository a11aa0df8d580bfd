public import Access
public import SQLStore
public import Vocabulary

/// A municipality of the reference tables with all its spellings.
public struct ReferenceMunicipality: Hashable, Sendable {
  public let municipality: Municipality
  public let otherNames: [String]

  public init(municipality: Municipality, otherNames: [String]) {
    self.municipality = municipality
    self.otherNames = otherNames
  }
}

/// Brings the reference tables up to the catalogue's edition. What the state set by hand stays.
public enum TerritoryWriting {
  public static func put(_ state: StateOfFederation, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO state (uf, ibge_code, name, name_key, country_region)
      VALUES (\(state.unit), \(state.unit.ibgeCode), \(state.name), \(NameKey(state.name)), \(state.countryRegion))
      ON CONFLICT (uf) DO UPDATE
      SET name = excluded.name, name_key = excluded.name_key, country_region = excluded.country_region
      """)
  }

  public static func put(_ region: Region, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO region (code, uf, name, name_key)
      VALUES (\(region.code), \(region.code.federativeUnit), \(region.name), \(NameKey(region.name)))
      ON CONFLICT (code) DO UPDATE
      SET name = excluded.name, name_key = excluded.name_key
      """)
  }

  public static func put(_ reference: ReferenceMunicipality, in db: any WriteTransaction) throws {
    let place = reference.municipality
    try db.run(
      """
      INSERT INTO municipality (
        ibge7, ibge6, siafi, name, name_key, uf, latitude_e4, longitude_e4, is_capital, time_zone,
        population_2022, immediate_region, intermediate_region, health_region, valid_from, valid_until
      )
      VALUES (
        \(place.code), \(String(place.code.sixDigits)), \(place.siafi), \(place.name), \(NameKey(place.name)),
        \(place.code.federativeUnit), \(place.coordinates.latitudeE4), \(place.coordinates.longitudeE4),
        \(place.isCapital), \(place.timeZone), \(place.population.sqlValue), \((place.immediateRegion?.code).sqlValue),
        \((place.intermediateRegion?.code).sqlValue), \((place.healthRegion?.code).sqlValue), \(place.validity.from.sqlValue),
        \(place.validity.until.sqlValue)
      )
      ON CONFLICT (ibge7) DO UPDATE
      SET siafi = excluded.siafi, name = excluded.name, name_key = excluded.name_key,
          latitude_e4 = excluded.latitude_e4, longitude_e4 = excluded.longitude_e4,
          is_capital = excluded.is_capital, time_zone = excluded.time_zone,
          population_2022 = excluded.population_2022, immediate_region = excluded.immediate_region,
          intermediate_region = excluded.intermediate_region, health_region = excluded.health_region,
          valid_from = excluded.valid_from, valid_until = excluded.valid_until
      """)
    let keys = Set(([place.name] + reference.otherNames).map { NameKey($0) })
    for key in keys.sorted() {
      try db.run(
        """
        INSERT INTO municipality_name (ibge7, name_key)
        VALUES (\(place.code), \(key))
        ON CONFLICT (name_key, ibge7) DO NOTHING
        """)
    }
  }

  public static func put(_ cras: Cras, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO cras (id, ibge7)
      VALUES (\(cras.id), \(cras.municipality))
      ON CONFLICT (id) DO NOTHING
      """)
    try db.run(
      """
      INSERT INTO cras_score (cras_id, year, physical_structure, staff, services, idcras_hundredths)
      VALUES (\(cras.id), \(cras.year), \(cras.physicalStructure), \(cras.staff), \(cras.services),
              \(cras.idcras.units))
      ON CONFLICT (cras_id, year) DO UPDATE
      SET physical_structure = excluded.physical_structure, staff = excluded.staff,
          services = excluded.services, idcras_hundredths = excluded.idcras_hundredths
      """)
  }

  /// The clock people live by; nil goes back to the official one. False when there is no such municipality inside the
  /// permit's scope.
  public static func chooseTimeZone(
    _ zone: String?, for code: IBGECode, _ permit: Permit<ChooseClock>, in db: any WriteTransaction
  ) throws -> Bool {
    try db.run(
      """
      UPDATE municipality
      SET time_zone_chosen = \(zone.sqlValue)
      WHERE ibge7 = \(code)
        AND EXISTS (
          SELECT 1
          FROM municipality m
          WHERE m.ibge7 = municipality.ibge7 AND \(ScopeFilter.municipalities(inside: permit.scope))
        )
      """) == 1
  }
}
