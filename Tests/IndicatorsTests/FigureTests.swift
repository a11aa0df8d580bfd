import Indicators
import Testing
import Vocabulary

@Suite struct FigureTests {
  private let month = ReferenceMonth("2023-12")!
  private let load: ID<Load> = ID("5f0c9a1e-0d7c-4b52-9f3e-7c1d2a3b4c5d")!

  @Test func `a missing part gives no value`() {
    let figure = figure(mean, [total("pbf.amount", 100)])
    #expect(figure.value == nil)
    #expect(figure.coverage.reported == 0)
  }

  @Test func `a denominator of zero gives no value, and the parts stay`() {
    let figure = figure(mean, [total("pbf.amount", 100), total("pbf.families", 0)])
    #expect(figure.value == nil)
    #expect(figure.numerator?.value == 100)
  }

  @Test func `parts are divided last and rounded half up`() {
    let figure = figure(mean, [total("pbf.amount", 70_848_900), total("pbf.families", 1_065)])
    #expect(figure.value?.description == "665.25")
  }

  @Test func `a zero that was reported is a value`() {
    #expect(figure(families, [total("pbf.families", 0)]).value?.description == "0")
  }

  @Test func `coverage is that of the part that fewer reported`() {
    let figure = figure(
      mean, [total("pbf.amount", 100, municipalities: 3), total("pbf.families", 10, municipalities: 2)])
    #expect(figure.coverage == Coverage(reported: 2, expected: 141))
    #expect(!figure.coverage.isComplete)
  }

  @Test func `a sum of distinct counts says so`() {
    #expect(figure(families, [total("pbf.families", 7, basis: .sumOfDistinct)]).isSumOfDistinct)
    #expect(!figure(families, [total("pbf.families", 7)]).isSumOfDistinct)
  }

  private var families: Indicator {
    indicator("pbf.families", numerator: "pbf.families", denominator: nil, .count, 0)
  }
  private var mean: Indicator {
    indicator("pbf.mean", numerator: "pbf.amount", denominator: "pbf.families", .reais, 2)
  }

  private func figure(_ indicator: Indicator, _ totals: [ElementTotal]) -> Figure {
    Figure(
      indicator, territory: .state(.MT), month: month,
      totals: Dictionary(uniqueKeysWithValues: totals.map { ($0.element, $0) }), municipalitiesExpected: 141)
  }

  private func total(
    _ key: String, _ value: Int64, municipalities: Int = 141, basis: ElementTotal.Basis = .sum
  ) -> ElementTotal {
    ElementTotal(
      element: CatalogueKey(key)!, value: value, basis: basis, municipalitiesReported: municipalities,
      loads: [load])
  }
}

func indicator(
  _ key: String, numerator: String, denominator: String?, _ unit: Indicator.Unit, _ places: Int
) -> Indicator {
  Indicator(
    key: CatalogueKey(key)!, label: key, shortLabel: key, explanation: key,
    numerator: CatalogueKey(numerator)!,
    denominator: denominator.map { CatalogueKey($0)! }, unit: unit, unitLabel: "unidade",
    decimalPlaces: places,
    direction: .neither, source: "teste", assumption: nil)
}
