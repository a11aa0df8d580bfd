public import Indicators
import Vocabulary

/// Reads the declarations of elements and indicators; faults come with file and line.
public func readCatalogue(elements: String, indicators: String) throws(CatalogueFault) -> Catalogue {
  let elementFile = "Catalogue/elements.yaml"
  let indicatorFile = "Catalogue/indicators.yaml"
  let readElements = try CatalogueEntries(elements, file: elementFile).map(element)
  let readIndicators = try CatalogueEntries(indicators, file: indicatorFile).map(indicator)
  do {
    return try Catalogue(elements: readElements, indicators: readIndicators)
  } catch {
    let details = error.details.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
      separator: ", ")
    let culprit = error.details["indicator"] ?? error.details["key"] ?? ""
    let inIndicators = line(of: culprit, in: indicators)
    throw CatalogueFault(
      file: inIndicators == nil ? elementFile : indicatorFile,
      line: inIndicators ?? line(of: culprit, in: elements) ?? 1, reason: "\(error.rule): \(details)")
  }
}

private func element(_ entry: inout CatalogueEntries.Entry) throws(CatalogueFault) -> Element {
  Element(
    key: try key("key", &entry), label: try entry.text("label"), meaning: try entry.text("meaning"),
    measure: try entry.choice("measure", Element.Measure.self),
    overTerritory: try entry.choice("overTerritory", Element.OverTerritory.self),
    overTime: try entry.choice("overTime", Element.OverTime.self), dataset: try key("dataset", &entry),
    source: try entry.text("source"))
}

private func indicator(_ entry: inout CatalogueEntries.Entry) throws(CatalogueFault) -> Indicator {
  let denominator = entry.textIfAny("denominator")
  return Indicator(
    key: try key("key", &entry), label: try entry.text("label"), shortLabel: try entry.text("shortLabel"),
    explanation: try entry.text("explanation"), numerator: try key("numerator", &entry),
    denominator: try denominator.map { text throws(CatalogueFault) in
      guard let key = CatalogueKey(text) else {
        throw CatalogueFault(file: entry.file, line: entry.line, reason: "denominator '\(text)' is no key")
      }
      return key
    },
    unit: try entry.choice("unit", Indicator.Unit.self), unitLabel: try entry.text("unitLabel"),
    decimalPlaces: try entry.value("decimalPlaces", expected: "a number from 0 to 6") { text in
      Digits.number(text).flatMap { (0...6).contains($0) ? $0 : nil }
    },
    direction: try entry.choice("direction", Indicator.Direction.self), source: try entry.text("source"),
    assumption: entry.textIfAny("assumption"))
}

private func key(_ name: String, _ entry: inout CatalogueEntries.Entry) throws(CatalogueFault) -> CatalogueKey
{
  try entry.value(name, expected: "a key such as pbf.families") { CatalogueKey($0) }
}

private func line(of key: String, in text: String) -> Int? {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  // The last occurrence: of a repeated key that is the one too many.
  return lines.lastIndex { $0.hasSuffix("key: \(key)") }.map { $0 + 1 }
}
