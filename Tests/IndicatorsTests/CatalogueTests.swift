import Indicators
import Testing
import Vocabulary

@Suite struct CatalogueTests {
  @Test(arguments: [
    "", "pbf", "pbf.", ".families", "Pbf.families", "pbf.fam ilies", "pbf.famílias", "pbf.1x",
  ])
  func `a text that is no key is refused`(text: String) {
    #expect(CatalogueKey(text) == nil)
  }

  @Test func `a key has a longest length`() {
    let longest = "a." + String(repeating: "b", count: CatalogueKey.maximumLength - 2)
    #expect(CatalogueKey(longest) != nil)
    #expect(CatalogueKey(longest + "b") == nil)
  }

  @Test func `a repeated key is refused`() {
    #expect(throws: Problem.invalid(rule: "catalogue.repeatedKey", ["key": "pbf.parcels"])) {
      try Catalogue(elements: [element("pbf.parcels"), element("pbf.parcels")], indicators: [])
    }
  }

  @Test func `an indicator of an element that is not declared is refused`() {
    #expect(
      throws: Problem.invalid(
        rule: "catalogue.unknownElement", ["indicator": "pbf.mean", "element": "pbf.families"])
    ) {
      try Catalogue(
        elements: [element("pbf.amount")],
        indicators: [indicator("pbf.mean", numerator: "pbf.amount", denominator: "pbf.families", .reais, 2)])
    }
  }

  @Test func `parts from two datasets are refused, for one can be newer than the other`() {
    #expect(throws: Problem.invalid(rule: "catalogue.mixedDatasets", ["indicator": "pbf.mean"])) {
      try Catalogue(
        elements: [element("pbf.amount"), element("pbf.families", dataset: "other.files")],
        indicators: [indicator("pbf.mean", numerator: "pbf.amount", denominator: "pbf.families", .reais, 2)])
    }
  }

  private func element(_ key: String, dataset: String = "pbf.payments") -> Element {
    Element(
      key: CatalogueKey(key)!, label: key, meaning: key, measure: .count, overTerritory: .sum, overTime: .sum,
      dataset: CatalogueKey(dataset)!, source: "teste")
  }
}
