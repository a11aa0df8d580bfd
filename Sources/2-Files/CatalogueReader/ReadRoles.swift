public import Access
import Vocabulary

/// Reads and checks the table of roles.
public func readRoles(_ text: String) throws(CatalogueFault) -> RoleTable {
  let file = "Catalogue/access/roles.yaml"
  let entries = try CatalogueEntries(text, file: file).map(roleEntry)
  do {
    return try RoleTable(entries)
  } catch {
    throw CatalogueFault(file: file, line: 1, reason: "\(error.rule): \(error.details["role"] ?? "")")
  }
}

private func roleEntry(_ entry: inout CatalogueEntries.Entry) throws(CatalogueFault) -> RoleEntry {
  let levels = PlaceLevel.allCases.map(\.rawValue).joined(separator: ", ")
  let requirement = "required or none"
  return RoleEntry(
    role: try entry.choice("role", Role.self), label: try entry.text("label"),
    explanation: try entry.text("explanation"),
    levels: try entry.value("levels", expected: "some of \(levels)") { text in
      let levels = list(text).map { PlaceLevel(rawValue: $0) }
      return levels.isEmpty || levels.contains(nil) ? nil : Set(levels.compactMap { $0 })
    },
    needsSector: try entry.value("sector", expected: requirement, isRequired),
    needsSecondFactor: try entry.value("secondFactor", expected: requirement, isRequired),
    permissions: try entry.value("permissions", expected: "names of permissions", permissions))
}

private func permissions(_ text: String) -> [Permission: RoleEntry.Reach]? {
  var permissions: [Permission: RoleEntry.Reach] = [:]
  for item in list(text) {
    let isOwn = item.hasSuffix(" (ownSector)")
    guard let permission = Permission(rawValue: isOwn ? String(item.dropLast(12)) : item),
      permissions.updateValue(isOwn ? .ownSector : .everySector, forKey: permission) == nil
    else { return nil }
  }
  return permissions
}

private func isRequired(_ text: String) -> Bool? { ["required": true, "none": false][text] }

private func list(_ text: String) -> [String] {
  text.split(separator: ",").map { String($0.drop { $0 == " " }) }
}
