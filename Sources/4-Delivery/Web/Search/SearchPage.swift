import Vocabulary

/// What a search found. A search that finds exactly one municipality leads straight to its page instead.
struct SearchPage: Page {
  let frame: Frame
  let empty: EmptyState?
  let results: DataTable?
}

extension SearchPage {
  init(_ found: [Municipality], for text: String, limit: Int, surroundings: Surroundings) {
    let names = Dictionary(surroundings.states.map { ($0.unit, $0.name) }, uniquingKeysWith: { $1 })
    let isAsked = !text.isEmpty
    let lead: String? =
      found.isEmpty
      ? nil
      : found.count >= limit
        ? "Os primeiros \(Brazilian.municipalities(limit)); escreva mais do nome para ver menos."
        : "\(Brazilian.municipalities(found.count))."
    self.init(
      frame: surroundings.frame(
        isAsked ? "Busca por “\(text)”" : "Procurar município", lead: lead, in: nil,
        crumbs: [.init(label: "Busca", href: nil)], searchText: text),
      empty: found.isEmpty ? Self.nothing(isAsked: isAsked) : nil,
      results: found.isEmpty
        ? nil
        : DataTable(
          caption: "Municípios encontrados",
          headers: ["Município", "Estado", "Porte", "Código IBGE"].map {
            HeaderCell(text: $0, isNumber: false)
          },
          rows: found.map { municipality in
            Row(
              head: Cell(municipality.name, href: "/municipios/\(municipality.code)"),
              cells: [
                Cell(names[municipality.code.federativeUnit] ?? municipality.code.federativeUnit.rawValue),
                Cell(municipality.porte.map(Words.name) ?? "–"), Cell(municipality.code.description),
              ])
          }, foot: nil))
  }

  private static func nothing(isAsked: Bool) -> EmptyState {
    EmptyState(
      title: isAsked ? "Nenhum município com esse nome ou código" : "O que procurar",
      text: "Escreva o começo do nome, com ou sem acentos (“agua boa”), o código IBGE de 7 ou de 6 dígitos "
        + "(“5100201”, “510020”) ou só uma parte do nome.",
      action: nil)
  }
}
