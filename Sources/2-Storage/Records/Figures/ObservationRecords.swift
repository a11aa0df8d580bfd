public import Indicators
public import SQLStore
public import Vocabulary

/// Standing values of one municipality, element and month.
public struct MunicipalValue: Hashable, Sendable {
  public let municipality: IBGECode
  public let month: ReferenceMonth
  public let element: CatalogueKey
  public let value: Int64
  public let load: ID<Load>
}

/// What one load adds to a territory's total.
public struct LoadShare: Hashable, Sendable {
  public let month: ReferenceMonth
  public let element: CatalogueKey
  public let load: ID<Load>
  public let municipalities: Int
  public let value: Int64
}

/// Reads observations that stand today. Sums are made of whole parts here; division comes later.
public enum ObservationRecords {
  /// CROSS JOIN keeps SQLite to this order: the places first, then what stands for each, then its values. PostgreSQL
  /// plans by itself.
  private static let standing: SQLText = """
    municipality m
    CROSS JOIN standing_load s
    CROSS JOIN observation o
    """

  private static let joined: SQLText = """
    s.ibge7 = m.ibge7 AND o.load_id = s.load_id AND o.territory = s.ibge7 AND o.month = s.month
    """

  /// Values of every municipality of a territory, by municipality, month and element.
  public static func municipalValues(
    of elements: [CatalogueKey], dataset: CatalogueKey, in territory: TerritoryCode,
    months: ClosedRange<ReferenceMonth>, db: any ReadTransaction
  ) throws -> [MunicipalValue] {
    try db.rows(
      """
      SELECT o.territory, o.month, o.element, o.value, o.load_id
      FROM \(standing)
      WHERE \(joined)
        AND s.dataset = \(dataset) AND s.month BETWEEN \(months.lowerBound) AND \(months.upperBound)
        AND o.element IN \(list: elements.map(\.text))
        AND \(MunicipalityFilter.within(territory))
      ORDER BY o.territory, o.month, o.element
      """
    ).map { row in
      MunicipalValue(
        municipality: try row.value("territory") { IBGECode($0) },
        month: try row.value("month") { ReferenceMonth($0) },
        element: try row.value("element") { CatalogueKey($0) }, value: Int64(try row.integer("value")),
        load: try row.value("load_id") { ID<Load>($0) })
    }
  }

  /// Sums over the municipalities of a territory, apart for each load they come from.
  ///
  /// `together`: only over municipalities that have all of the elements, as the parts of a division must be.
  public static func shares(
    of elements: [CatalogueKey], together: Bool = false, dataset: CatalogueKey, in territory: TerritoryCode,
    months: ClosedRange<ReferenceMonth>, db: any ReadTransaction
  ) throws -> [LoadShare] {
    try db.rows(
      """
      SELECT o.month, o.element, o.load_id, COUNT(*) AS municipalities, CAST(SUM(o.value) AS BIGINT) AS total
      FROM \(standing)
      WHERE \(joined)
        AND s.dataset = \(dataset) AND s.month BETWEEN \(months.lowerBound) AND \(months.upperBound)
        AND o.element IN \(list: elements.map(\.text))
        AND \(MunicipalityFilter.within(territory))
        \(together ? havingAll(elements) : "")
      GROUP BY o.month, o.element, o.load_id
      ORDER BY o.month, o.element, o.load_id
      """
    ).map { row in
      LoadShare(
        month: try row.value("month") { ReferenceMonth($0) },
        element: try row.value("element") { CatalogueKey($0) },
        load: try row.value("load_id") { ID<Load>($0) }, municipalities: try row.integer("municipalities"),
        value: Int64(try row.integer("total")))
    }
  }

  private static func havingAll(_ elements: [CatalogueKey]) -> SQLText {
    """
    AND (
      SELECT COUNT(*)
      FROM observation q
      WHERE q.load_id = o.load_id AND q.territory = o.territory AND q.month = o.month
        AND q.element IN \(list: elements.map(\.text))
    ) = \(Set(elements).count)
    """
  }

  /// What loads say of the territory itself: distinct counts of states and of the country.
  public static func ownValues(
    of elements: [CatalogueKey], of territory: TerritoryCode, months: ClosedRange<ReferenceMonth>,
    db: any ReadTransaction
  ) throws -> [LoadShare] {
    try db.rows(
      """
      SELECT month, element, load_id, value
      FROM observation
      WHERE territory = \(territory) AND element IN \(list: elements.map(\.text))
        AND month BETWEEN \(months.lowerBound) AND \(months.upperBound)
      ORDER BY month, element, load_id
      """
    ).map { row in
      LoadShare(
        month: try row.value("month") { ReferenceMonth($0) },
        element: try row.value("element") { CatalogueKey($0) },
        load: try row.value("load_id") { ID<Load>($0) }, municipalities: 0,
        value: Int64(try row.integer("value")))
    }
  }

  /// Months in which the territory has a standing value of an element, newest first.
  public static func months(
    of element: CatalogueKey, dataset: CatalogueKey, in territory: TerritoryCode, db: any ReadTransaction
  ) throws -> [ReferenceMonth] {
    try db.rows(
      """
      SELECT DISTINCT s.month
      FROM \(standing)
      WHERE \(joined)
        AND s.dataset = \(dataset) AND o.element = \(element)
        AND \(MunicipalityFilter.within(territory))
      ORDER BY s.month DESC
      """
    ).map { try $0.value("month") { ReferenceMonth($0) } }
  }

  /// What loads that no longer stand said of a territory in a month, newest load first.
  public static func formerShares(
    of element: CatalogueKey, dataset: CatalogueKey, in territory: TerritoryCode, month: ReferenceMonth,
    db: any ReadTransaction
  ) throws -> [LoadShare] {
    try db.rows(
      """
      SELECT o.load_id, COUNT(*) AS municipalities, CAST(SUM(o.value) AS BIGINT) AS total
      FROM observation o
      JOIN load l ON l.id = o.load_id
      JOIN municipality m ON m.ibge7 = o.territory
      WHERE l.dataset = \(dataset) AND o.element = \(element) AND o.month = \(month)
        AND \(MunicipalityFilter.within(territory))
        AND NOT EXISTS (
          SELECT 1
          FROM standing_load s
          WHERE s.load_id = o.load_id AND s.month = o.month AND s.ibge7 = o.territory
        )
      GROUP BY o.load_id, l.started_at
      ORDER BY l.started_at DESC, o.load_id
      """
    ).map { row in
      LoadShare(
        month: month, element: element, load: try row.value("load_id") { ID<Load>($0) },
        municipalities: try row.integer("municipalities"), value: Int64(try row.integer("total")))
    }
  }
}
