public import Access
public import SQLStore
public import Vocabulary

extension PersonRecords {
  /// Names of those who did something that a reader of the page may see, wherever their own roles are.
  public static func names(
    of people: Set<ID<Person>>, in db: any ReadTransaction
  ) throws -> [ID<Person>: String] {
    var names: [ID<Person>: String] = [:]
    try db.forEachRow(
      """
      SELECT p.id, p.name
      FROM person p
      WHERE p.id IN \(list: people.sorted())
      ORDER BY p.id
      """
    ) { row in names[try row.value("id") { ID<Person>($0) }] = try row.text("name") }
    return names
  }
}
