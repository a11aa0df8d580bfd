import Access
import Hummingbird
import UseCases
import Vocabulary

/// Who may do what: the roles one by one, and the table of roles and permissions.
struct RolesPage: Page {
  let frame: Frame
  let roles: [ListedRole]
  let headers: [RoleHeader]
  let groups: [PermissionGroup]
  let columns: Int
  let hasOwn: Bool
  /// Some permission reaches only the sector of who has it.
  let hasOwnSector: Bool

  struct ListedRole: Sendable {
    let name: String
    let explanation: String
    let levels: String
    let sector: String
    let secondFactor: String
    let isOwn: Bool
  }

  struct RoleHeader: Sendable {
    let name: String
    let isOwn: Bool
  }

  struct PermissionGroup: Sendable {
    let title: String
    let rows: [PermissionRow]
  }

  struct PermissionRow: Sendable {
    let name: String
    let explanation: String
    let cells: [PermissionCell]
  }

  /// Whether a role has a permission: a mark for the eye, words for who hears the page.
  struct PermissionCell: Sendable {
    let symbol: String
    let words: String
    let className: String
  }
}

extension RolesPage {
  init(_ sheet: RolesSheet, surroundings: Surroundings) {
    let own = Set(sheet.own.map(\.role))
    let entries = sheet.table.all
    self.init(
      frame: surroundings.frame(
        "Papéis", lead: Self.lead(sheet), in: .roles, crumbs: [.init(label: "Papéis", href: nil)]),
      roles: entries.map { ListedRole($0, isOwn: own.contains($0.role)) },
      headers: entries.map { RoleHeader(name: $0.label, isOwn: own.contains($0.role)) },
      groups: [
        Self.group("Ver", entries, own) { !PermissionWords.isChange($0) },
        Self.group("Mudar", entries, own, PermissionWords.isChange),
      ], columns: entries.count + 1, hasOwn: !own.isEmpty,
      hasOwnSector: entries.contains { $0.permissions.values.contains(.ownSector) })
  }

  /// `Você é Gestor municipal, Água Boa (MT).`
  private static func lead(_ sheet: RolesSheet) -> String {
    let own = sheet.own.map {
      "\(AccountWords.role($0.role, $0.sector, sheet.table)), \(PlaceWords.name($0.place, sheet.names))"
    }
    return own.isEmpty
      ? "O que cada papel vê e pode mudar, sempre dentro do lugar em que foi dado."
      : "Seu papel: \(own.joined(separator: "; ")). O que cada um vê e pode mudar vale no lugar em que foi dado."
  }

  private static func group(
    _ title: String, _ entries: [RoleEntry], _ own: Set<Role>, _ isInside: (Permission) -> Bool
  ) -> PermissionGroup {
    PermissionGroup(
      title: title,
      rows: Permission.allCases.filter(isInside).map { permission in
        PermissionRow(
          name: PermissionWords.name(permission), explanation: PermissionWords.explanation(permission),
          cells: entries.map { entry in
            PermissionCell(entry.permissions[permission], isOwn: own.contains(entry.role))
          })
      })
  }
}

extension RolesPage.PermissionCell {
  init(_ reach: RoleEntry.Reach?, isOwn: Bool) {
    let column = isOwn ? " own" : ""
    switch reach {
    case .everySector: self.init(symbol: "●", words: "sim", className: "may\(column)")
    case .ownSector: self.init(symbol: "◐", words: "só do próprio setor", className: "may\(column)")
    case nil: self.init(symbol: "–", words: "não", className: "may-not\(column)")
    }
  }
}

extension RolesPage.ListedRole {
  init(_ entry: RoleEntry, isOwn: Bool) {
    self.init(
      name: entry.label, explanation: entry.explanation, levels: PlaceWords.levels(entry.levels),
      sector: entry.needsSector ? "um só" : "todos",
      secondFactor: entry.needsSecondFactor ? "exigido" : "opcional", isOwn: isOwn)
  }
}

extension RolesPage {
  /// `GET /papeis`
  static func answer(_ visit: Visit) async throws -> Response {
    try RolesPage(
      try await visit.prumo.rolesSheet(for: visit.actor), surroundings: try await visit.surroundings()
    ).response()
  }
}
