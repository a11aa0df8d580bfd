import Vocabulary

/// The municipalities of a state, by name, as they exist today.
struct MunicipalitiesPage: Page {
  let frame: Frame
  let states: [Choice]
  let table: DataTable?
  let empty: EmptyState?
}

extension MunicipalitiesPage {
  init(_ municipalities: [Municipality], of state: StateOfFederation, surroundings: Surroundings) {
    let sorted = municipalities.sorted { NameKey($0.name) < NameKey($1.name) }
    let population = sorted.compactMap(\.population).reduce(0, +)
    let count = Brazilian.municipalities(sorted.count)
    self.init(
      frame: surroundings.frame(
        "Municípios \(state.possessive)",
        lead: sorted.isEmpty
          ? nil : "\(count) hoje; \(Brazilian.whole(population)) habitantes no Censo 2022.",
        in: .municipalities,
        crumbs: [
          .init(label: state.name, href: "/painel/\(state.unit.rawValue)"),
          .init(label: "Municípios", href: nil),
        ], sources: ["IBGE, divisão territorial e Censo 2022", "DATASUS, regiões de saúde"]),
      states: surroundings.states.sorted { NameKey($0.name) < NameKey($1.name) }.map {
        Choice(value: $0.unit.rawValue, label: $0.name, isChosen: $0.unit == state.unit)
      },
      table: sorted.isEmpty ? nil : Self.table(sorted, of: state, population: population),
      empty: sorted.isEmpty
        ? EmptyState(
          title: "Nenhum município carregado \(state.inside)",
          text:
            "O território é gravado na primeira vez que o programa inicia. Reinicie o programa e veja o que ele diz.",
          action: nil) : nil)
  }

  private static func table(
    _ municipalities: [Municipality], of state: StateOfFederation, population: Int
  ) -> DataTable {
    DataTable(
      caption: "Municípios \(state.possessive)",
      headers: [
        HeaderCell(text: "Município", isNumber: false), HeaderCell(text: "Habitantes", isNumber: true),
        HeaderCell(text: "Porte", isNumber: false), HeaderCell(text: "Região imediata", isNumber: false),
        HeaderCell(text: "Região de saúde", isNumber: false), HeaderCell(text: "Código IBGE", isNumber: true),
      ],
      rows: municipalities.map { municipality in
        Row(
          head: Cell(municipality.name, href: "/municipios/\(municipality.code)"),
          cells: [
            Cell(municipality.population.map(Brazilian.whole) ?? Words.noData, isNumber: true),
            Cell(municipality.porte.map(Words.name) ?? "–"), Cell(municipality.immediateRegion?.name ?? "–"),
            Cell(municipality.healthRegion?.name ?? "–"), Cell(municipality.code.description, isNumber: true),
          ])
      },
      foot: Row(
        head: Cell(Brazilian.municipalities(municipalities.count)),
        cells: [Cell(Brazilian.whole(population), isNumber: true)] + (0..<4).map { _ in Cell("") }))
  }
}
