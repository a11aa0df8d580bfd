import Access
import Vocabulary

/// A link that opens an account, shown this once to whoever hands it over; nothing of it is kept but a fingerprint.
struct HandOverPage: Page {
  let frame: Frame
  let link: String
  let message: String
  let advice: [String]
  let next: Anchor
  let holdsSecret = true
}

extension HandOverPage {
  enum Kind: Sendable { case invitation, recovery }

  init(
    _ kind: Kind, link: String, for person: Person, now: Instant, surroundings: Surroundings
  ) {
    let life =
      kind == .invitation ? AccountLink.Kind.invitation.lifeSeconds : AccountLink.Kind.recovery.lifeSeconds
    let clock = surroundings.clock
    let until = "\(clock.moment(now.adding(seconds: life))) (\(clock.name))"
    let title = kind == .invitation ? "Convite pronto para entregar" : "Link de senha pronto para entregar"
    self.init(
      frame: surroundings.frame(
        title, lead: "Entregue este link a \(person.name). Ele vale até \(until), uma única vez.",
        in: .people,
        crumbs: [
          .init(label: "Pessoas", href: "/pessoas"),
          .init(label: person.name, href: "/pessoas/\(person.id)"), .init(label: title, href: nil),
        ]),
      link: link, message: Self.message(kind, link: link, to: person, until: until),
      advice: [
        "Este link aparece só agora. Se ele se perder, faça outro na página da pessoa: o anterior deixa de valer.",
        "Entregue-o por um caminho que só \(person.name) lê: o e-mail de trabalho, ou em mãos. Nunca num grupo.",
        "Quem tem o link escolhe a senha. Você não precisa saber qual é, e ninguém deve perguntar.",
      ], next: Anchor(label: "Ir para a página de \(person.name)", href: "/pessoas/\(person.id)"))
  }

  private static func message(
    _ kind: Kind, link: String, to person: Person, until: String
  ) -> String {
    let start =
      switch kind {
      case .invitation: "Há um convite para você usar o Prumo. Abra o endereço abaixo e escolha a sua senha."
      case .recovery: "Para escolher uma nova senha no Prumo, abra o endereço abaixo."
      }
    return "Olá, \(person.name).\n\n\(start)\n\(link)\n\nEle vale até \(until), uma única vez, e é só seu."
  }
}
