public import Vocabulary

/// The places over which a permission reaches. Read it two ways: what is *inside* may be seen and changed thing by thing;
/// of what lies *around* (the state of my municipality, the country) only totals may be seen, for comparison.
public struct Scope: Hashable, Sendable {
  /// Not empty. In the order in which they were given.
  public let places: [Place]

  /// Nil when there is no place.
  public init?(_ places: [Place]) {
    guard !places.isEmpty else { return nil }
    self.places = places
  }

  public static let country = Scope([.territory(.country)])!

  public func covers(_ unit: FederativeUnit) -> Bool {
    places.contains { place in
      switch place {
      case .territory(.country): true
      case .territory(.state(let own)): own == unit
      default: false
      }
    }
  }

  public func covers(_ municipality: Municipality) -> Bool {
    places.contains { place in
      switch place {
      case .territory(.country): true
      case .territory(.state(let unit)): unit == municipality.code.federativeUnit
      case .territory(.region(let region)): municipality.isIn(region)
      case .territory(.municipality(let code)): code == municipality.code
      case .unit: false
      }
    }
  }

  /// Whether a place lies inside, as far as codes alone can tell: a municipality inside a region cannot, and needs
  /// `covers(_: Municipality)`.
  public func covers(_ place: Place) -> Bool {
    places.contains { own in
      if own == place { return true }
      switch own {
      case .territory(.country): return true
      case .territory(.state(let unit)): return place.territory.federativeUnit == unit
      case .territory(.municipality(let code)): return place.territory == .municipality(code)
      case .territory(.region), .unit: return false
      }
    }
  }

  /// Whether anything of a state lies inside: its pages may be opened, with what is inside.
  public func touches(_ unit: FederativeUnit) -> Bool {
    places.contains { place in
      guard let own = place.territory.federativeUnit else { return true }
      return own == unit
    }
  }

  /// The states that may be opened; nil for all.
  public var states: Set<FederativeUnit>? {
    let units = places.map(\.territory.federativeUnit)
    return units.contains(nil) ? nil : Set(units.compactMap { $0 })
  }

  /// Whether the total of a territory may be seen: it lies inside, or around a place of this scope.
  /// For a municipality and for a region, `places` says which municipalities of the scope lie there.
  public func showsTotals(of territory: TerritoryCode) -> Bool {
    if covers(.territory(territory)) { return true }
    switch territory {
    case .country: return true
    case .state(let unit): return touches(unit)
    case .municipality(let code): return places.contains { $0.territory == .municipality(code) }
    case .region: return false
    }
  }
}

extension Municipality {
  public func isIn(_ region: RegionCode) -> Bool {
    [immediateRegion, intermediateRegion, healthRegion].contains { $0?.code == region }
  }
}
