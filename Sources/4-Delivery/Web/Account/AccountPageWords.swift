import Access
import UseCases
import Vocabulary

/// The own account in words.
struct AccountPageWords {
  let account: OwnAccount
  let places: TerritoryNames
  let linked: [IdentityChoice]
  let unlinked: [IdentityChoice]
  let table: RoleTable
  let session: ID<Session>
  let canChange: Bool
  let clock: Clock

  var lead: String {
    guard canChange else { return "Você está vendo como outra pessoa; esta é a sua própria conta." }
    return account.assignments.isEmpty
      ? "Você ainda não tem um papel. Peça-o ao administrador do seu estado."
      : "Quem você é no Prumo, como entra e onde está dentro agora."
  }

  var roles: [AccountPage.OwnRole] {
    account.assignments.map { assignment in
      AccountPage.OwnRole(
        role: AccountWords.role(assignment.role, assignment.sector, table),
        place: PlaceWords.name(assignment.place, places), validity: AccountWords.validity(assignment))
    }
  }

  var passwordState: String {
    account.passwordChangedAt.map { "Escolhida em \(clock.moment($0))." }
      ?? "Você entra por um provedor e não tem senha. Para ter uma, peça um link em Esqueci a senha."
  }

  var secondFactor: AccountPage.SecondFactor {
    let left = account.recoveryCodesLeft
    switch (account.hasSecondFactor, account.needsSecondFactor) {
    case (true, _):
      return AccountPage.SecondFactor(
        state: StateMark("Ativo", symbol: "✓", tone: .good),
        text: "A cada entrada o Prumo pede um código do seu celular. "
          + (left == 0
            ? "Os códigos de recuperação acabaram: gere outros."
            : "Restam \(Brazilian.count(left, "código", "códigos")) de recuperação."),
        label: "Cuidar do segundo fator")
    case (false, true):
      return AccountPage.SecondFactor(
        state: StateMark("Falta ativar", symbol: "!", tone: .attention),
        text: "O seu papel vê dados de todo o território e só vale com um código do celular a cada entrada.",
        label: "Ativar o segundo fator")
    case (false, false):
      return AccountPage.SecondFactor(
        state: StateMark("Não ativado", symbol: "–", tone: .plain),
        text: "Com ele, quem descobrir a sua senha ainda não entra: falta o código do seu celular.",
        label: "Ativar o segundo fator")
    }
  }

  var identities: [AccountPage.Identity] {
    linked.map { choice in
      AccountPage.Identity(
        label: choice.name, state: StateMark("Ligada", symbol: "✓", tone: .good), linkHref: nil,
        unlinkHref: "/conta/identidade/\(choice.key)/desligar")
    }
      + unlinked.map { choice in
        AccountPage.Identity(
          label: choice.name, state: StateMark("Não ligada", symbol: "–", tone: .plain),
          linkHref: "/conta/identidade/\(choice.key)/ligar", unlinkHref: nil)
      }
  }

  var sessions: [AccountPage.OwnSession] {
    account.sessions.map { session in
      AccountPage.OwnSession(
        browser: BrowserWords.name(session.client), address: session.address,
        began: clock.moment(session.createdAt), seen: clock.moment(session.seenAt),
        isThis: session.id == self.session, endHref: "/conta/sessoes/\(session.id)/encerrar")
    }
  }
}
