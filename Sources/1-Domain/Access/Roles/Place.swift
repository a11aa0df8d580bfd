public import Vocabulary

/// How large a place is that a role can be given in, from the widest to the narrowest.
public enum PlaceLevel: String, CaseIterable, Hashable, Sendable {
  case country, state, region, municipality, unit
}

/// Where an assignment holds: a territory, or one unit (CRAS, CREAS) of a municipality.
/// Text forms: those of `TerritoryCode`, and `5100201/51002003261` for a unit.
public enum Place: Hashable, Sendable {
  case territory(TerritoryCode)
  case unit(UnitCode, in: IBGECode)

  public var level: PlaceLevel {
    switch self {
    case .territory(.country): .country
    case .territory(.state): .state
    case .territory(.region): .region
    case .territory(.municipality): .municipality
    case .unit: .unit
    }
  }

  /// The smallest territory that holds it.
  public var territory: TerritoryCode {
    switch self {
    case .territory(let territory): territory
    case .unit(_, let municipality): .municipality(municipality)
    }
  }
}

extension Place: CustomStringConvertible {
  public var description: String {
    switch self {
    case .territory(let territory): territory.description
    case .unit(let unit, let municipality): "\(municipality)/\(unit)"
    }
  }

  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      guard let territory = TerritoryCode(parts[0]) else { return nil }
      self = .territory(territory)
    case 2:
      guard let municipality = IBGECode(String(parts[0])), let unit = UnitCode(parts[1]) else { return nil }
      self = .unit(unit, in: municipality)
    default: return nil
    }
  }
}

/// CadSUAS's number of a unit: eleven digits.
public struct UnitCode: Hashable, Sendable, CustomStringConvertible {
  public static let digits = 11
  public let description: String

  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == Self.digits, text.utf8.allSatisfy({ Digits.value($0) != nil }) else {
      return nil
    }
    description = String(text)
  }
}
