/// A place that a figure can be about: the country, a state, a region of a state, a municipality.
/// Text forms: `BR`, `MT`, `RI510015` (IBGE immediate region), `RS51006` (health region), `5100201`.
public enum TerritoryCode: Hashable, Sendable {
  case country
  case state(FederativeUnit)
  case region(RegionCode)
  case municipality(IBGECode)

  public var federativeUnit: FederativeUnit? {
    switch self {
    case .country: nil
    case .state(let unit): unit
    case .region(let region): region.federativeUnit
    case .municipality(let code): code.federativeUnit
    }
  }
}

extension TerritoryCode: CustomStringConvertible {
  public var description: String {
    switch self {
    case .country: "BR"
    case .state(let unit): unit.rawValue
    case .region(let region): region.description
    case .municipality(let code): code.description
    }
  }

  /// Reads the text forms above. Six IBGE digits are resolved by the territory, not here.
  public init?(_ text: some StringProtocol) {
    let upper = text.uppercased()
    if upper == "BR" {
      self = .country
    } else if let unit = FederativeUnit(rawValue: upper) {
      self = .state(unit)
    } else if let code = IBGECode(upper) {
      self = .municipality(code)
    } else if let region = RegionCode(upper) {
      self = .region(region)
    } else {
      return nil
    }
  }
}

/// A region inside a state, by the body that drew it.
public struct RegionCode: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, CaseIterable, Sendable {
    /// IBGE's região geográfica imediata, six digits.
    case immediate = "RI"
    /// IBGE's região geográfica intermediária, four digits.
    case intermediate = "RT"
    /// The state's região de saúde, five digits of DATASUS.
    case health = "RS"

    var digits: Int {
      switch self {
      case .immediate: 6
      case .intermediate: 4
      case .health: 5
      }
    }
  }

  public let kind: Kind
  public let number: Int

  public init?(kind: Kind, number: Int) {
    let text = String(number)
    guard text.utf8.count == kind.digits, let state = Int(text.prefix(2)),
      FederativeUnit(ibgeCode: state) != nil
    else { return nil }
    self.kind = kind
    self.number = number
  }

  public init?(_ text: some StringProtocol) {
    guard let kind = Kind(rawValue: String(text.prefix(2))), let number = Digits.number(text.dropFirst(2))
    else {
      return nil
    }
    self.init(kind: kind, number: number)
  }

  public var federativeUnit: FederativeUnit {
    FederativeUnit(ibgeCode: Int(String(number).prefix(2))!)!
  }

  public var description: String { kind.rawValue + String(number) }
}
