import Access
import Records
import SQLStore
import Secrets
import Vocabulary

/// What the program writes to people.
enum Letter {
  /// With the whole address of the link.
  case invitation(String)
  case recovery(String)
  case passwordChanged
  case emailChanged
  case secondFactorRemoved

  var subject: String {
    switch self {
    case .invitation: "Convite para o Prumo"
    case .recovery: "Nova senha no Prumo"
    case .passwordChanged: "Sua senha no Prumo mudou"
    case .emailChanged: "Seu e-mail no Prumo mudou"
    case .secondFactorRemoved: "Seu segundo fator no Prumo foi retirado"
    }
  }

  func text(to name: String) -> String {
    let words =
      switch self {
      case .invitation(let link):
        """
        Você foi convidado a usar o Prumo, o programa de trabalho da assistência social do estado.
        Abra o endereço abaixo e escolha a sua senha. Ele vale por 7 dias e só pode ser usado uma vez.

        \(link)

        Se você não esperava este convite, apague esta mensagem: sem o endereço ninguém entra.
        """
      case .recovery(let link):
        """
        Alguém pediu uma nova senha para a sua conta no Prumo. Se foi você, abra o endereço abaixo.
        Ele vale por 1 hora e só pode ser usado uma vez.

        \(link)

        Se não foi você, apague esta mensagem: a sua senha continua a mesma.
        """
      case .passwordChanged:
        """
        A senha da sua conta no Prumo acaba de mudar, e as outras sessões foram encerradas.
        Se não foi você, avise agora o administrador do seu estado.
        """
      case .emailChanged:
        """
        A sua conta no Prumo agora usa outro e-mail; este endereço não entra mais.
        Se não foi você, avise agora o administrador do seu estado.
        """
      case .secondFactorRemoved:
        """
        O administrador retirou o segundo fator da sua conta no Prumo, a seu pedido.
        Entre com a senha e ative-o de novo em Minha conta. Se não foi você quem pediu, avise o administrador.
        """
      }
    return "Olá, \(name).\n\n\(words)\n"
  }
}

extension Prumo {
  /// Puts a letter into the outbox, in the transaction that it tells of. Does nothing where no mail is sent.
  func queue(_ letter: Letter, to person: Person, in db: any WriteTransaction) throws {
    guard sendsMail else { return }
    var randomness = randomness
    let id: ID<OutgoingLetter> = newID()
    let sealed = try SealedText.seal(
      letter.text(to: person.name), owner: Self.letterOwner(id), key: accounts.key, using: &randomness)
    try OutgoingMailRecords.put(
      OutgoingLetter(
        id: id, person: person.id, recipient: person.email, subject: letter.subject, sealedBody: sealed,
        createdAt: now()), in: db)
  }

  static func letterOwner(_ id: ID<OutgoingLetter>) -> String { "letter \(id)" }
}
