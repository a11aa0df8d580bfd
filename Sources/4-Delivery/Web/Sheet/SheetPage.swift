import Access
import Indicators
import UseCases
import Vocabulary

/// A municipality's page: its figures with their past and place, its network, its facts.
struct SheetPage: Page {
  let frame: Frame
  let formHref: String
  let clockHref: String
  let months: [Choice]
  let hasMonths: Bool
  let notices: [Notice]
  let empty: EmptyState?
  let cards: [FigureCard]
  let hasCards: Bool
  let series: [ChartFrame]
  let seriesEmpty: EmptyState?
  let hasSeries: Bool
  let crasTitle: String
  let cras: DataTable?
  let crasSource: String
  let crasEmpty: EmptyState?
  let facts: [Fact]
  let timeZones: [Choice]
  let hasClock: Bool
  let map: ChartFrame?
}

extension SheetPage {
  init(
    _ sheet: MunicipalitySheet, boundaries: [Boundary], notices: [Notice] = [], surroundings: Surroundings
  ) {
    let municipality = sheet.municipality
    let valued = sheet.headlines.filter { $0.headline.figure.value != nil }
    let series = valued.compactMap { SheetCharts.series($0, of: municipality, in: sheet.state) }
    self.init(
      frame: surroundings.frame(
        municipality.name, lead: Self.lead(sheet), in: .municipalities,
        crumbs: [
          .init(label: sheet.state.name, href: "/painel/\(sheet.state.unit.rawValue)"),
          .init(label: "Municípios", href: "/municipios?uf=\(sheet.state.unit.rawValue)"),
          .init(label: municipality.name, href: nil),
        ], sources: Self.sources(sheet)),
      formHref: "/municipios/\(municipality.code)", clockHref: "/municipios/\(municipality.code)/relogio",
      months: Choice.months(sheet.months, shown: sheet.month),
      hasMonths: !sheet.months.isEmpty, notices: notices,
      empty: sheet.months.isEmpty ? Self.nothingYet(sheet, surroundings) : nil, cards: Self.cards(sheet),
      hasCards: !sheet.months.isEmpty,
      series: series, seriesEmpty: series.isEmpty ? Self.oneMonth(sheet, surroundings) : nil,
      hasSeries: !valued.isEmpty, crasTitle: Self.crasTitle(sheet.cras),
      cras: sheet.cras.isEmpty ? nil : Self.table(sheet.cras), crasSource: Self.crasSource(sheet.cras),
      crasEmpty: sheet.cras.isEmpty ? Self.noCras(sheet) : nil, facts: Self.facts(sheet),
      timeZones: Self.timeZones(sheet),
      hasClock: surroundings.mayChange(.clockChoose) && !sheet.timeZones.isEmpty,
      map: SheetCharts.locator(municipality, among: sheet.neighbours, boundaries: boundaries, in: sheet.state)
    )
  }

  /// `Pequeno Porte II · 29.219 habitantes. Em dez. 2023: 1.065 famílias, R$ 708.489,00.`
  private static func lead(_ sheet: MunicipalitySheet) -> String {
    let municipality = sheet.municipality
    var place: [String] = []
    if let porte = municipality.porte { place.append(Words.name(porte)) }
    if let population = municipality.population { place.append("\(Brazilian.whole(population)) habitantes") }
    let told = sheet.headlines.map(\.headline.figure).filter { $0.value != nil }.prefix(2).map { figure in
      let unit = figure.indicator.unitAfterValue
      return unit.isEmpty ? figure.text : "\(figure.text) \(unit)"
    }
    let facts = place.isEmpty ? sheet.state.name : place.joined(separator: " · ")
    return told.isEmpty
      ? "\(facts)." : "\(facts). Em \(Brazilian.month(sheet.month)): \(told.joined(separator: ", "))."
  }

  private static func cards(_ sheet: MunicipalitySheet) -> [FigureCard] {
    let porte = sheet.municipality.porte.map(Words.name)
    return sheet.headlines.map { headline in
      var positions: [String] = []
      if let place = headline.inState {
        positions.append("\(words(place)) \(sheet.state.inside)")
      }
      if let place = headline.amongSamePorte, let porte {
        positions.append("\(words(place)) entre \(porte)")
      }
      return FigureCard(
        headline.headline.figure, previous: headline.headline.previous, series: headline.headline.series,
        positions: positions)
    }
  }

  /// `12º de 141`
  private static func words(_ position: Position) -> String {
    "\(Brazilian.ordinal(position.place)) de \(Brazilian.whole(position.of))"
  }

  private static func nothingYet(_ sheet: MunicipalitySheet, _ surroundings: Surroundings) -> EmptyState {
    EmptyState(
      title: "Ainda não há números mensais de \(sheet.municipality.name)",
      text:
        "Assim que uma folha de pagamentos for carregada, aqui aparecem famílias, valores e a evolução mês a mês.",
      action: surroundings.uploadAnchor("Enviar um arquivo"))
  }

  private static func oneMonth(_ sheet: MunicipalitySheet, _ surroundings: Surroundings) -> EmptyState {
    EmptyState(
      title: "Só \(Brazilian.month(sheet.month)) foi carregado",
      text: "Com mais uma folha de pagamentos, aqui se vê o que subiu e o que desceu mês a mês.",
      action: surroundings.uploadAnchor("Enviar outro mês"))
  }

  private static func sources(_ sheet: MunicipalitySheet) -> [String] {
    var sources: [String] = []
    for source in sheet.headlines.map(\.headline.figure.indicator.source)
      + sheet.network.map(\.indicator.source)
    where !sources.contains(source) {
      sources.append(source)
    }
    return sources + ["IBGE, Censo 2022 (população) e divisão regional"]
  }
}

extension SheetPage {
  private static func crasTitle(_ cras: [Cras]) -> String {
    guard let low = cras.map(\.idcras).min(), let high = cras.map(\.idcras).max() else { return "CRAS" }
    let range =
      low == high ? Brazilian.decimal(low) : "de \(Brazilian.decimal(low)) a \(Brazilian.decimal(high))"
    return "\(cras.count) CRAS com IDCRAS \(range)"
  }

  private static func crasSource(_ cras: [Cras]) -> String {
    guard let year = cras.map(\.year).max() else { return "" }
    return "Ano: \(year). Fonte: Ministério do Desenvolvimento e Assistência Social, planilha IDCRAS \(year)."
  }

  private static func noCras(_ sheet: MunicipalitySheet) -> EmptyState {
    EmptyState(
      title: "Nenhum CRAS com IDCRAS carregado",
      text: "O programa traz o IDCRAS 2021 de Mato Grosso e do Acre, como o ministério o publicou. "
        + "Se o município tem CRAS, ele não está nessa planilha.", action: nil)
  }

  private static func table(_ cras: [Cras]) -> DataTable {
    DataTable(
      caption: "CRAS do município e suas notas",
      headers: [
        "Unidade (nº no Censo SUAS)", "IDCRAS", "Estrutura física", "Recursos humanos", "Serviços", "Ano",
      ]
      .enumerated().map { HeaderCell(text: $1, isNumber: $0 > 0) },
      rows: cras.map { unit in
        Row(
          head: Cell(unit.id),
          cells: [
            Brazilian.decimal(unit.idcras), String(unit.physicalStructure), String(unit.staff),
            String(unit.services), String(unit.year),
          ].map { Cell($0, isNumber: true) })
      }, foot: nil)
  }

  private static func facts(_ sheet: MunicipalitySheet) -> [Fact] {
    let municipality = sheet.municipality
    var facts = sheet.network.map { figure in
      Fact(figure.indicator.shortLabel, figure.text, note: figure.indicator.source)
    }
    if let population = municipality.population {
      facts.append(Fact("População", Brazilian.whole(population), note: "Censo 2022"))
    }
    if let porte = municipality.porte {
      facts.append(Fact("Porte", Words.name(porte), note: Words.limits(porte)))
    }
    if let region = municipality.immediateRegion { facts.append(Fact("Região imediata", region.name)) }
    if let region = municipality.intermediateRegion {
      facts.append(Fact("Região intermediária", region.name))
    }
    if let region = municipality.healthRegion { facts.append(Fact("Região de saúde", region.name)) }
    facts.append(
      Fact("Código IBGE", municipality.code.description, note: "seis dígitos: \(municipality.code.sixDigits)")
    )
    facts.append(Fact("Código SIAFI", Digits.padded(municipality.siafi, to: 4)))
    if let from = municipality.validity.from { facts.append(Fact("Existe desde", Brazilian.day(from))) }
    return facts
  }

  private static func timeZones(_ sheet: MunicipalitySheet) -> [Choice] {
    sheet.timeZones.map {
      Choice(value: $0, label: Clock(zone: $0).label, isChosen: $0 == sheet.municipality.timeZone)
    }
  }
}
