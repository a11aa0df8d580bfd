public import Vocabulary

/// The key of an element or an indicator: `pbf.families`. Lower camel case in groups joined by points.
public struct CatalogueKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// Longest key accepted; keys stand in addresses of pages and in file names.
  public static let maximumLength = 60

  public init?(_ text: some StringProtocol) {
    let groups = String(text).split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.maximumLength, groups.count >= 2, groups.allSatisfy(Self.isGroup) else {
      return nil
    }
    self.text = String(text)
  }

  public var description: String { text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  private static func isGroup(_ group: Substring) -> Bool {
    guard let first = group.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
      return false
    }
    return group.utf8.allSatisfy { byte in
      Digits.value(byte) != nil || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }
}

/// Something that is counted per territory and month: the parts from which indicators are computed.
public struct Element: Hashable, Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    case count
    case cents
  }

  /// How values of several territories become one.
  public enum OverTerritory: String, CaseIterable, Sendable {
    case sum
    /// Distinct persons: states and the country carry their own count; a sum of municipalities says that it is one.
    case distinct
  }

  /// How values of several months become one: a stock takes the last, a flow adds. Figures are of one month so far;
  /// the catalogue says it from the beginning, so that no later span has to guess.
  public enum OverTime: String, CaseIterable, Sendable {
    case sum
    case last
  }

  public let key: CatalogueKey
  public let label: String
  public let meaning: String
  public let measure: Measure
  public let overTerritory: OverTerritory
  public let overTime: OverTime
  /// The set of files that brings it: within a dataset, a newer load of a municipality and month stands for the older.
  public let dataset: CatalogueKey
  public let source: String

  public init(
    key: CatalogueKey, label: String, meaning: String, measure: Measure, overTerritory: OverTerritory,
    overTime: OverTime, dataset: CatalogueKey, source: String
  ) {
    self.key = key
    self.label = label
    self.meaning = meaning
    self.measure = measure
    self.overTerritory = overTerritory
    self.overTime = overTime
    self.dataset = dataset
    self.source = source
  }

  /// A value of it in the unit people read: reais for cents, the count itself otherwise.
  public func amount(_ value: Int64) -> FixedDecimal {
    FixedDecimal(value, places: measure == .cents ? 2 : 0)
  }
}
