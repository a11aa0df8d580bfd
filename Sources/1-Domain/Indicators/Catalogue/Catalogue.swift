public import Vocabulary

/// All elements and indicators, in the order of the catalogue's files, checked against one another.
public struct Catalogue: Sendable {
  public let elements: [Element]
  public let indicators: [Indicator]
  private let elementByKey: [CatalogueKey: Element]
  private let indicatorByKey: [CatalogueKey: Indicator]

  /// Throws `catalogue.repeatedKey`, `catalogue.unknownElement` or `catalogue.mixedDatasets`, with the key.
  public init(elements: [Element], indicators: [Indicator]) throws(Problem) {
    self.elements = elements
    self.indicators = indicators
    elementByKey = try Self.unique(elements, key: { $0.key })
    indicatorByKey = try Self.unique(indicators, key: { $0.key })
    for indicator in indicators {
      var datasets: Set<CatalogueKey> = []
      for key in indicator.elements {
        guard let element = elementByKey[key] else {
          throw .invalid(
            rule: "catalogue.unknownElement", ["indicator": indicator.key.text, "element": key.text])
        }
        datasets.insert(element.dataset)
      }
      guard datasets.count == 1 else {
        throw .invalid(rule: "catalogue.mixedDatasets", ["indicator": indicator.key.text])
      }
    }
  }

  public func element(_ key: CatalogueKey) -> Element? { elementByKey[key] }

  public func indicator(_ key: CatalogueKey) -> Indicator? { indicatorByKey[key] }

  /// The dataset whose loads feed the indicator.
  public func dataset(of indicator: Indicator) -> CatalogueKey { elementByKey[indicator.numerator]!.dataset }

  private static func unique<Entry>(
    _ entries: [Entry], key: (Entry) -> CatalogueKey
  ) throws(Problem) -> [CatalogueKey: Entry] {
    var byKey: [CatalogueKey: Entry] = [:]
    for entry in entries where byKey.updateValue(entry, forKey: key(entry)) != nil {
      throw .invalid(rule: "catalogue.repeatedKey", ["key": key(entry).text])
    }
    return byKey
  }
}
