import Access
import UseCases

/// Stands between a form of ours and a provider: says what will be told to whom, and leads on. A form of ours may not end
/// at another site (`form-action`), a link may.
struct ProviderPage: Page {
  let frame: Frame
  let points: [String]
  let onward: Anchor
  let back: Anchor
  /// The address carries what binds the answer to this browser.
  let holdsSecret = true
}

extension ProviderPage {
  enum Purpose: Sendable { case linking, invitation(token: String) }

  init(
    _ choice: IdentityChoice, _ beginning: IdentityBeginning, _ purpose: Purpose, surroundings: Surroundings
  ) {
    let isLinking = if case .linking = purpose { true } else { false }
    let back =
      switch purpose {
      case .linking: Anchor(label: "Voltar à minha conta", href: "/conta")
      case .invitation(let token):
        Anchor(label: "Voltar ao convite", href: AccountPaths.path(of: .invitation, token: token))
      }
    self.init(
      frame: surroundings.frame(
        isLinking ? "Ligar à conta \(choice.name)" : "Aceitar com \(choice.name)",
        lead: "Você vai a \(choice.name), mostra lá quem é, e volta para cá.", in: nil,
        crumbs: isLinking
          ? [
            .init(label: "Minha conta", href: "/conta"),
            .init(label: "Ligar à conta \(choice.name)", href: nil),
          ] : [],
        isEntry: true),
      points: [
        "O Prumo recebe o seu nome, o seu e-mail e a sua identificação lá, que pode ser o CPF. Dela guarda só uma "
          + "impressão digital, para reconhecer você na próxima vez; o número não fica gravado nem aparece em lugar nenhum.",
        "\(choice.name) fica sabendo que você usa o Prumo, e nada do que você faz nele.",
        "Confira que está na sua própria conta de \(choice.name), principalmente em computador que outras pessoas usam.",
      ], onward: Anchor(label: "Ir para \(choice.name)", href: beginning.address), back: back)
  }
}
