import UseCases

/// Ten codes for the day on which the telephone is gone, shown this once.
struct RecoveryCodesPage: Page {
  let frame: Frame
  let notices: [Notice]
  let codes: [String]
  let next: Anchor
  let holdsSecret = true
}

extension RecoveryCodesPage {
  /// - Parameter isFirst: the second factor was set just now.
  init(_ codes: [String], isFirst: Bool, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Guarde os códigos de recuperação",
        lead: "Se perder o celular, cada um deles entra uma vez no lugar do código. Eles aparecem só agora.",
        in: nil,
        crumbs: [
          .init(label: "Minha conta", href: "/conta"),
          .init(label: "Segundo fator", href: SecondFactorPage.path),
          .init(label: "Códigos de recuperação", href: nil),
        ]),
      notices: isFirst
        ? [
          Notice(.good, title: "Segundo fator ativo", text: "A próxima entrada já pede o código do celular.")
        ]
        : [Notice(.good, title: "Códigos novos", text: "Os anteriores deixaram de valer.")],
      codes: codes,
      next: isFirst
        ? Anchor(label: "Já guardei: continuar", href: "/")
        : Anchor(label: "Já guardei: voltar à conta", href: "/conta"))
  }
}
