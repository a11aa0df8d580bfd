import CatalogueReader
import Testing

@Suite struct FaultTests {
  private let element = """
    - key: pbf.parcels
      label: Parcelas
      meaning: Linhas de pagamento
      measure: count
      overTerritory: sum
      overTime: sum
      dataset: pbf.payments
      source: teste
    """

  private func fault(elements: String, indicators: String = "[]") -> CatalogueFault? {
    do {
      _ = try readCatalogue(elements: elements, indicators: indicators)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a well-formed catalogue has no fault`() {
    #expect(fault(elements: element) == nil)
  }

  @Test func `what is no list of entries is refused`() {
    #expect(fault(elements: "key: x")?.line == 1)
    #expect(fault(elements: "- [1, 2")?.reason.contains("YAML") == true)
  }

  @Test func `a missing field names the entry's line`() {
    let fault = fault(elements: element + "\n- key: pbf.other\n  label: x\n")
    #expect(fault?.line == 9)
    #expect(fault?.reason.contains("'meaning' is missing") == true)
  }

  @Test func `a word that is not offered names its line and the choices`() {
    let fault = fault(elements: element.replacing("measure: count", with: "measure: litres"))
    #expect(fault?.line == 4)
    #expect(fault?.reason.contains("count, cents") == true)
  }

  @Test func `an unknown field is refused with its line`() {
    let fault = fault(elements: element + "\n  colour: red\n")
    #expect(fault?.line == 9)
    #expect(fault?.reason.contains("unknown field 'colour'") == true)
  }

  @Test func `a repeated key names the line of the second`() {
    let fault = fault(elements: element + "\n" + element)
    #expect(fault?.line == 9)
    #expect(fault?.reason.contains("catalogue.repeatedKey") == true)
  }

  @Test func `an indicator of an unknown element names its line in its file`() {
    let indicators = """
      - key: pbf.x
        label: X
        shortLabel: X
        explanation: X
        numerator: pbf.nothing
        unit: count
        unitLabel: x
        decimalPlaces: 0
        direction: neither
        source: teste
      """
    let fault = fault(elements: element, indicators: indicators)
    #expect(fault?.file == "Catalogue/indicators.yaml")
    #expect(fault?.line == 1)
  }

  @Test func `a table with a cell too few names the line`() {
    #expect(throws: CatalogueFault(file: "facts", line: 3, reason: "expected 2 cells, found 1")) {
      try readCounts("ibge7,n\n5100201,3\n5103403\n", file: "facts", columns: ["n"])
    }
  }

  @Test func `a table with a damaged code names the line and the cell`() {
    #expect(
      throws: CatalogueFault(file: "facts", line: 2, reason: "'5100202' cannot stand in column 'ibge7'")
    ) {
      try readCounts("ibge7,n\n5100202,3\n", file: "facts", columns: ["n"])
    }
  }
}
