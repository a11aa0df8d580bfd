public import Access
public import SQLStore
public import Vocabulary

/// Municipalities as they are read: always for a place, in order of name, and for a day when it matters.
public enum MunicipalityRecords {
  /// A search answers with at most this many places.
  public static let maximumFound = 50

  private static let columns: SQLText = """
    m.ibge7, m.siafi, m.name, m.latitude_e4, m.longitude_e4, m.is_capital,
    COALESCE(m.time_zone_chosen, m.time_zone) AS time_zone, m.population_2022,
    m.immediate_region, ri.name AS immediate_region_name,
    m.intermediate_region, rt.name AS intermediate_region_name,
    m.health_region, rs.name AS health_region_name,
    m.valid_from, m.valid_until
    """

  private static let tables: SQLText = """
    municipality m
    LEFT JOIN region ri ON ri.code = m.immediate_region
    LEFT JOIN region rt ON rt.code = m.intermediate_region
    LEFT JOIN region rs ON rs.code = m.health_region
    """

  public static func find(_ code: IBGECode, in db: any ReadTransaction) throws -> Municipality? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM \(tables)
      WHERE m.ibge7 = \(code)
      ORDER BY m.ibge7
      """
    ).map(municipality)
  }

  /// The municipality with these six IBGE digits: by table, for nine codes have an irregular check digit.
  public static func find(sixDigits: Int, in db: any ReadTransaction) throws -> Municipality? {
    try db.firstRow(
      """
      SELECT \(columns)
      FROM \(tables)
      WHERE m.ibge6 = \(Digits.padded(sixDigits, to: 6))
      ORDER BY m.ibge7
      """
    ).map(municipality)
  }

  /// Those of a state that exist on `day`, by name: a list of the ground, for counting and ranking. What a person is
  /// shown is `all(of:on:within:in:)`.
  public static func all(
    of unit: FederativeUnit, on day: Day, in db: any ReadTransaction
  ) throws -> [Municipality] {
    try all(of: unit, on: day, within: .country, in: db)
  }

  /// Those of a state that exist on `day` and lie inside a scope, by name.
  public static func all(
    of unit: FederativeUnit, on day: Day, within scope: Scope, in db: any ReadTransaction
  ) throws -> [Municipality] {
    try db.rows(
      """
      SELECT \(columns)
      FROM \(tables)
      WHERE m.uf = \(unit)
        AND (m.valid_from IS NULL OR m.valid_from <= \(day))
        AND (m.valid_until IS NULL OR m.valid_until >= \(day))
        AND \(ScopeFilter.municipalities(inside: scope))
      ORDER BY m.name_key, m.ibge7
      """
    ).map(municipality)
  }

  /// Those one of whose names begins with the key or has it at the start of a word; beginnings first.
  public static func named(
    _ key: NameKey, within scope: Scope, in db: any ReadTransaction
  ) throws -> [Municipality] {
    // A key holds only letters, digits and spaces, so the character after the space bounds a prefix.
    let beyond = key.text + "\u{7F}"
    return try db.rows(
      """
      WITH found AS (
        SELECT n.ibge7, MIN(CASE WHEN n.name_key = \(key) THEN 0
                                 WHEN n.name_key >= \(key) AND n.name_key < \(beyond) THEN 1
                                 ELSE 2 END) AS nearness
        FROM municipality_name n
        WHERE (n.name_key >= \(key) AND n.name_key < \(beyond))
           OR \(containsWord(key))
        GROUP BY n.ibge7
      )
      SELECT \(columns), f.nearness AS nearness
      FROM \(tables)
      JOIN found f ON f.ibge7 = m.ibge7
      WHERE \(ScopeFilter.municipalities(inside: scope))
      ORDER BY f.nearness, m.name_key, m.uf, m.ibge7
      LIMIT \(maximumFound)
      """
    ).map(municipality)
  }

  private static func containsWord(_ key: NameKey) -> SQLText {
    .perDialect(
      sqlite: "instr(n.name_key, \(" " + key.text)) > 0",
      postgres: "strpos(n.name_key, \(" " + key.text)) > 0")
  }

  /// Whether any municipality of a territory lies inside a scope.
  public static func any(
    of territory: TerritoryCode, within scope: Scope, in db: any ReadTransaction
  ) throws -> Bool {
    try db.firstRow(
      """
      SELECT m.ibge7
      FROM municipality m
      WHERE \(MunicipalityFilter.within(territory)) AND \(ScopeFilter.municipalities(inside: scope))
      ORDER BY m.ibge7
      LIMIT 1
      """) != nil
  }

  /// SIAFI codes of every municipality there ever was, for reading files of any year.
  public static func siafiCodes(in db: any ReadTransaction) throws -> [(siafi: Int, municipality: IBGECode)] {
    try db.rows(
      """
      SELECT siafi, ibge7
      FROM municipality
      ORDER BY siafi
      """
    ).map { row in (siafi: try row.integer("siafi"), municipality: try row.value("ibge7") { IBGECode($0) }) }
  }

  /// Names by code, of the whole country.
  public static func names(in db: any ReadTransaction) throws -> [IBGECode: String] {
    var names: [IBGECode: String] = [:]
    try db.forEachRow(
      """
      SELECT ibge7, name
      FROM municipality
      ORDER BY ibge7
      """
    ) { row in names[try row.value("ibge7") { IBGECode($0) }] = try row.text("name") }
    return names
  }

  static func municipality(_ row: ResultRow) throws -> Municipality {
    guard
      let coordinates = Coordinates(
        latitudeE4: try row.integer("latitude_e4"), longitudeE4: try row.integer("longitude_e4"))
    else { throw StoreError.defect("coordinates outside Brazil") }
    return Municipality(
      code: try row.value("ibge7") { IBGECode($0) }, siafi: try row.integer("siafi"),
      name: try row.text("name"),
      coordinates: coordinates, isCapital: try row.flag("is_capital"), timeZone: try row.text("time_zone"),
      population: try row.integerIfAny("population_2022"),
      immediateRegion: try region(row, "immediate_region"),
      intermediateRegion: try region(row, "intermediate_region"),
      healthRegion: try region(row, "health_region"),
      validity: Validity(
        from: try row.valueIfAny("valid_from") { Day($0) },
        until: try row.valueIfAny("valid_until") { Day($0) }))
  }

  private static func region(_ row: ResultRow, _ column: String) throws -> Region? {
    guard let code = try row.valueIfAny(column, { RegionCode($0) }) else { return nil }
    return Region(code: code, name: try row.text(column + "_name"))
  }
}
