public import Access
import Records
import SQLStore
import Vocabulary

/// An assignment with the name of its place, as people know it.
public struct PlacedAssignment: Hashable, Sendable {
  public let assignment: Assignment
  /// `Mato Grosso`, `região de Água Boa (MT)`, `Água Boa (MT)`, `unidade 51002003261, Água Boa (MT)`.
  public let placeName: String

  init(_ assignment: Assignment, in db: any ReadTransaction) throws {
    self.assignment = assignment
    placeName = try Self.name(of: assignment.place, in: db)
  }

  public init(_ assignment: Assignment, placeName: String) {
    self.assignment = assignment
    self.placeName = placeName
  }

  private static func name(of place: Place, in db: any ReadTransaction) throws -> String {
    let name = try Prumo.name(of: place.territory, in: db) ?? place.territory.description
    switch place {
    case .territory(.country), .territory(.state): return name
    case .territory(.region(let region)): return "região de \(name) (\(region.federativeUnit.rawValue))"
    case .territory(.municipality(let code)): return "\(name) (\(code.federativeUnit.rawValue))"
    case .unit(let unit, let code): return "unidade \(unit), \(name) (\(code.federativeUnit.rawValue))"
    }
  }
}
