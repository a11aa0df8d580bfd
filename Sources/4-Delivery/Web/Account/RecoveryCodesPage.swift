import Vocabulary

/// The recovery codes, shown this once.
struct RecoveryCodesPage: Page {
  let frame: Frame
  let notices: [Notice]
  let codes: [String]
}

extension RecoveryCodesPage {
  init(_ codes: [String], isNew: Bool, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Guarde estes códigos", lead: "Se o celular faltar, um deles abre a sua conta. Cada um vale uma vez.",
        in: nil,
        crumbs: [
          .init(label: "Minha conta", href: "/conta"), .init(label: "Códigos de recuperação", href: nil),
        ]),
      notices: [
        Notice(
          .good, title: isNew ? "Segundo fator ativado" : "Códigos novos",
          text: isNew
            ? "A partir da próxima entrada, o programa pede o código do celular."
            : "Os códigos antigos não valem mais."),
        Notice(
          .attention, title: "Eles não serão mostrados de novo",
          text: "Imprima esta página ou copie os códigos para um lugar seguro, longe do celular."),
      ], codes: codes)
  }
}
