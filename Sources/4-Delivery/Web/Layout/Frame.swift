import Vocabulary

/// What stands around the content of every page.
struct Frame: Sendable {
  /// The window's title; the page's own title is `title`.
  let windowTitle: String
  let title: String
  /// One sentence of what the page tells now, computed from the data.
  let lead: String?
  let place: PlaceMenu?
  let navigation: [NavigationItem]
  let crumbs: [Crumb]
  let searchText: String
  let sources: [String]
  let hasSources: Bool
  let refresh: Refresh?
  let assets: AssetAddresses
  /// Pages that a script makes better say so; none needs one.
  let hasUpload: Bool

  struct NavigationItem: Sendable {
    let label: String
    let href: String
    let isCurrent: Bool
  }

  struct Crumb: Sendable {
    let label: String
    let href: String?
  }

  struct Refresh: Sendable {
    let seconds: Int
  }
}

/// The state one is in, and the way to the others.
struct PlaceMenu: Sendable {
  let name: String
  let others: [Anchor]

  init(_ state: StateOfFederation, of all: [StateOfFederation]) {
    name = state.name
    others = all.filter { $0.unit != state.unit }.sorted { NameKey($0.name) < NameKey($1.name) }
      .map { Anchor(label: $0.name, href: "/painel/\($0.unit.rawValue)") }
  }
}

enum Section: String, CaseIterable, Sendable {
  case panel = "Painel"
  case municipalities = "Municípios"
  case loads = "Cargas"

  func href(_ unit: FederativeUnit) -> String {
    switch self {
    case .panel: "/painel/\(unit.rawValue)"
    case .municipalities: "/municipios?uf=\(unit.rawValue)"
    case .loads: "/cargas"
    }
  }
}

/// Where a page stands: what its frame needs besides its own words.
struct Surroundings: Sendable {
  let state: StateOfFederation?
  let states: [StateOfFederation]
  let home: FederativeUnit
  let assets: AssetAddresses

  func frame(
    _ title: String, lead: String? = nil, in section: Section?, crumbs: [Frame.Crumb] = [],
    searchText: String = "",
    sources: [String] = [], refreshSeconds: Int? = nil, hasUpload: Bool = false
  ) -> Frame {
    let unit = state?.unit ?? home
    return Frame(
      windowTitle: "\(title) · Prumo", title: title, lead: lead,
      place: state.map { PlaceMenu($0, of: states) },
      navigation: Section.allCases.map {
        Frame.NavigationItem(label: $0.rawValue, href: $0.href(unit), isCurrent: $0 == section)
      },
      crumbs: crumbs, searchText: searchText, sources: sources, hasSources: !sources.isEmpty,
      refresh: refreshSeconds.map { Frame.Refresh(seconds: $0) }, assets: assets, hasUpload: hasUpload)
  }

  static let sample = Surroundings(
    state: StateOfFederation(unit: .MT, name: "Mato Grosso", countryRegion: "Centro-Oeste"),
    states: [
      StateOfFederation(unit: .AC, name: "Acre", countryRegion: "Norte"),
      StateOfFederation(unit: .MT, name: "Mato Grosso", countryRegion: "Centro-Oeste"),
    ],
    home: .MT, assets: .sample)
}
