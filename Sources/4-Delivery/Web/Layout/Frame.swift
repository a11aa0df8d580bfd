import Access
import UseCases
import Vocabulary

/// What stands around the content of every page.
struct Frame: Sendable {
  /// The window's title; the page's own title is `title`.
  let windowTitle: String
  let title: String
  /// One sentence of what the page tells now, computed from the data.
  let lead: String?
  let place: PlaceMenu?
  /// In the order of the work.
  let navigation: [NavigationItem]
  /// What those look after who care for the program, in a group of its own.
  let administration: [NavigationItem]
  let hasAdministration: Bool
  let crumbs: [Crumb]
  let hasCrumbs: Bool
  let searchText: String
  let sources: [String]
  let hasSources: Bool
  let refresh: Refresh?
  let assets: AssetAddresses
  let person: PersonMenu?
  /// The name under which an administrator sees the program.
  let viewing: ViewingBanner?
  let isDemonstration: Bool
  let hasSearch: Bool
  let hasNavigation: Bool
  /// The page itself is the way in, so that none needs to be shown.
  let isEntry: Bool
  /// Pages that a script makes better say so; none needs one.
  let hasUpload: Bool

  struct NavigationItem: Sendable {
    let label: String
    let href: String
    let isCurrent: Bool
    let waiting: Waiting?
  }

  /// How many things wait there to be done.
  struct Waiting: Sendable {
    let number: String
    /// What is counted, for who hears the page.
    let words: String
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

/// Who is signed in, and the ways to the own account and out.
struct PersonMenu: Sendable {
  let name: String
  let email: String
}

struct ViewingBanner: Sendable {
  let name: String
}

/// In the order of the work; the last ones are for those who look after the program.
enum Section: String, CaseIterable, Sendable {
  case panel = "Painel"
  case municipalities = "Municípios"
  case loads = "Cargas"
  case people = "Pessoas"
  case roles = "Papéis"
  case trail = "Trilha"
  case privacy = "Dados pessoais"

  /// Who sees it in the menu.
  var permission: Permission {
    switch self {
    case .panel, .municipalities: .figuresRead
    case .loads: .loadsRead
    case .people: .peopleRead
    case .roles: .rolesRead
    case .trail: .auditRead
    case .privacy: .privacyWrite
    }
  }

  /// Stands apart from the work in the menu.
  var isAdministration: Bool {
    switch self {
    case .panel, .municipalities, .loads: false
    case .people, .roles, .trail, .privacy: true
    }
  }

  func href(_ unit: FederativeUnit) -> String {
    switch self {
    case .panel: "/painel/\(unit.rawValue)"
    case .municipalities: "/municipios?uf=\(unit.rawValue)"
    case .loads: "/cargas"
    case .people: "/pessoas"
    case .roles: "/papeis"
    case .trail: "/trilha"
    case .privacy: PrivacyDeskPage.path
    }
  }
}

/// Where a page stands: what its frame needs besides its own words.
struct Surroundings: Sendable {
  let state: StateOfFederation?
  let states: [StateOfFederation]
  let home: FederativeUnit
  let assets: AssetAddresses
  /// Nil on pages for everyone.
  let signedIn: SignedIn?
  let isDemonstration: Bool
  /// Accounts that wait for their yearly review by this person.
  var reviewsDue = 0

  /// Whether a link or a button is of use to the person.
  func may(_ permission: Permission) -> Bool { signedIn?.actor.has(permission) ?? false }

  /// As `may`, and nobody is only looking.
  func mayChange(_ permission: Permission) -> Bool { signedIn?.actor.viewer == nil && may(permission) }

  func frame(
    _ title: String, lead: String? = nil, in section: Section?, crumbs: [Frame.Crumb] = [],
    searchText: String = "",
    sources: [String] = [], refreshSeconds: Int? = nil, hasUpload: Bool = false, isEntry: Bool = false
  ) -> Frame {
    let unit = state?.unit ?? home
    func items(_ isAdministration: Bool) -> [Frame.NavigationItem] {
      Section.allCases.filter { $0.isAdministration == isAdministration && may($0.permission) }.map {
        Frame.NavigationItem(
          label: $0.rawValue, href: $0.href(unit), isCurrent: $0 == section,
          waiting: $0 == .people && reviewsDue > 0 && mayChange(.peopleWrite)
            ? Frame.Waiting(
              number: Brazilian.whole(reviewsDue),
              words: reviewsDue == 1 ? "conta para rever" : "contas para rever")
            : nil)
      }
    }
    let (navigation, administration) = (items(false), items(true))
    return Frame(
      windowTitle: "\(title) · Prumo", title: title, lead: lead,
      place: state.map { PlaceMenu($0, of: states) },
      navigation: navigation, administration: administration, hasAdministration: !administration.isEmpty,
      crumbs: crumbs, hasCrumbs: !crumbs.isEmpty, searchText: searchText, sources: sources,
      hasSources: !sources.isEmpty,
      refresh: refreshSeconds.map { Frame.Refresh(seconds: $0) }, assets: assets,
      person: signedIn.map { PersonMenu(name: $0.person.name, email: $0.person.email.description) },
      viewing: signedIn?.actor.viewer == nil ? nil : signedIn.map { ViewingBanner(name: $0.actor.name) },
      isDemonstration: isDemonstration, hasSearch: may(.figuresRead),
      hasNavigation: !navigation.isEmpty || !administration.isEmpty, isEntry: isEntry, hasUpload: hasUpload)
  }
}

extension Surroundings {
  /// By which moments are told on pages that are about no place of their own.
  var clock: Clock { Clock(zone: (state?.unit ?? home).timeZone) }

  /// The way to the form that takes a file, for those who may use it.
  func uploadAnchor(_ label: String) -> Anchor? {
    mayChange(.loadsWrite) ? Anchor(label: label, href: "/cargas/nova") : nil
  }
}
