import Vocabulary

/// The form that takes a file; shown again with the reason when one was refused before it became a load.
struct NewLoadPage: Page {
  let frame: Frame
  let problem: Notice?
  let hasProblem: Bool
  let limit: String
  let accepted: [Fact]
}

extension NewLoadPage {
  /// - Parameter limitBytes: of the largest file that may be sent.
  init(limitBytes: Int64, problem: Problem? = nil, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Enviar um arquivo",
        lead: "A folha de pagamentos de um mês vira números do painel e de cada município em segundos.",
        in: .loads,
        crumbs: [.init(label: "Cargas", href: "/cargas"), .init(label: "Enviar um arquivo", href: nil)],
        hasUpload: true),
      problem: problem.map { Notice($0, isLinked: false) }, hasProblem: problem != nil,
      limit: Brazilian.bytes(limitBytes),
      accepted: [
        Fact("Novo Bolsa Família", "desde mar. 2023: AAAAMM_NovoBolsaFamilia.csv ou .zip"),
        Fact("Auxílio Brasil", "nov. 2021 a fev. 2023: AAAAMM_AuxilioBrasil.csv ou .zip"),
        Fact("Bolsa Família", "2013 a out. 2021: pagamentos e saques, .csv ou .zip"),
        Fact("Contornos dos municípios", "GeoJSON com o código IBGE de 7 dígitos; os mapas passam a usá-los"),
      ])
  }
}
