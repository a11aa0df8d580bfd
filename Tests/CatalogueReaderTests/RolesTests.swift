import Access
import Assets
import CatalogueReader
import Foundation
import Testing

@Suite struct RolesTests {
  private func carried() throws -> String { try #require(Assets.text("Catalogue/access/roles.yaml")) }

  private func fault(replacing text: String, with other: String) throws -> CatalogueFault? {
    let changed = try carried().replacing(text, with: other)
    #expect(changed != (try carried()), "\(text) is not in the file")
    do {
      _ = try readRoles(changed)
      return nil
    } catch { return error as? CatalogueFault }
  }

  @Test func `a role that does not exist, stands twice or is missing is refused with its line`() throws {
    #expect(try fault(replacing: "role: reviewer", with: "role: nobody")?.reason.contains("nobody") == true)
    #expect(
      try fault(replacing: "role: reviewer", with: "role: fieldTechnician")?.reason.contains("repeated")
        == true)
  }

  @Test func `a permission, a level or a requirement that does not exist is refused`() throws {
    #expect(try fault(replacing: "audit.export", with: "audit.eat") != nil)
    #expect(try fault(replacing: "audit.export", with: "audit.read") != nil)
    #expect(try fault(replacing: "levels: unit", with: "levels: street") != nil)
    #expect(try fault(replacing: "sector: required", with: "sector: perhaps") != nil)
  }

  /// Changed by hand only: who may do what is a decision that is read, and never the result of a run.
  @Test func `the table of roles is the one that was reviewed`() throws {
    let seen = Self.table(try readRoles(try carried()))
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Golden/roles.txt")
    let reviewed = try String(contentsOf: golden, encoding: .utf8)
    #expect(
      seen == reviewed,
      "Golden/roles.txt is changed by hand, in the same commit as roles.yaml. What roles.yaml says now:\n\(seen)"
    )
  }

  @Test func `roles that see a whole state's people, loads or trail need the second factor`() throws {
    let wide: Set<Permission> = [
      .peopleWrite, .roleGrant, .loadsWrite, .auditRead, .auditExport, .privacyWrite, .viewAs,
    ]
    for entry in try readRoles(try carried()).all where !wide.isDisjoint(with: entry.permissions.keys) {
      #expect(entry.needsSecondFactor, "\(entry.role)")
    }
  }

  /// `x` every sector, `o` the own sector.
  static func table(_ roles: RoleTable) -> String {
    let names = roles.all.map(\.role.rawValue)
    let width = names.map(\.count).max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    var text = "Roles (rows) and permissions (columns): x every sector, o the own sector, . not at all.\n\n"
    for (index, permission) in Permission.allCases.enumerated() {
      text +=
        String(repeating: " ", count: width + 2) + String(repeating: "| ", count: index) + permission.rawValue
        + "\n"
    }
    for entry in roles.all {
      let cells = Permission.allCases.map { permission in
        switch entry.permissions[permission] {
        case nil: "."
        case .everySector: "x"
        case .ownSector: "o"
        }
      }
      let levels = PlaceLevel.allCases.filter(entry.levels.contains).map(\.rawValue).joined(separator: " ")
      text += padded(entry.role.rawValue, width) + "  " + cells.joined(separator: " ") + "   in: " + levels
      text +=
        (entry.needsSector ? "; names a sector" : "") + (entry.needsSecondFactor ? "; second factor" : "")
        + "\n"
    }
    return text
  }
}
