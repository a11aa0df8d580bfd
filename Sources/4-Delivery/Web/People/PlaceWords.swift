import Access
import Vocabulary

/// Where a role holds, as people say it.
enum PlaceWords {
  /// `Mato Grosso`, `Região de saúde Garças Araguaia`, `Água Boa (MT)`, `Unidade 51002003261, Água Boa (MT)`
  static func name(_ place: Place, _ names: TerritoryNames) -> String {
    switch place {
    case .territory(.region(let region)): "\(kind(region.kind)) \(names[place.territory])"
    case .territory(.municipality(let code)): "\(names[place.territory]) (\(code.federativeUnit.rawValue))"
    case .territory: names[place.territory]
    case .unit(let unit, let municipality):
      "Unidade \(unit), \(name(.territory(.municipality(municipality)), names))"
    }
  }

  static func kind(_ kind: RegionCode.Kind) -> String {
    switch kind {
    case .immediate: "Região imediata de"
    case .intermediate: "Região intermediária de"
    case .health: "Região de saúde"
    }
  }

  static func level(_ level: PlaceLevel) -> String {
    switch level {
    case .country: "país"
    case .state: "estado"
    case .region: "região"
    case .municipality: "município"
    case .unit: "unidade (CRAS, CREAS)"
    }
  }

  /// `estado, região ou município`, from the widest to the narrowest.
  static func levels(_ levels: Set<PlaceLevel>) -> String {
    let words = PlaceLevel.allCases.filter(levels.contains).map(level)
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) ou \(last)"
  }
}
