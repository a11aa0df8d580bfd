import Access

/// The trail's actions, groups and kinds of thing, as people read and choose them.
extension Words {
  /// What somebody did, as it follows the name: `Bento` `escolheu o relógio do município`.
  static func did(_ action: AuditAction) -> String {
    switch action {
    case .personInvited: "convidou uma pessoa"
    case .invitationRenewed: "fez novo link de convite"
    case .personAccepted: "aceitou o convite"
    case .personChanged: "mudou o cadastro de uma pessoa"
    case .personEnded: "encerrou uma conta"
    case .personReviewed: "confirmou que a conta continua necessária"
    case .emailChanged: "mudou o e-mail de uma conta"
    case .passwordChanged: "trocou a própria senha"
    case .recoveryLinkMade: "fez um link de recuperação de senha"
    case .passwordRecovered: "recuperou o acesso com senha nova"
    case .secondFactorSet: "ativou o segundo fator"
    case .secondFactorRemoved: "retirou o segundo fator"
    case .recoveryCodesMade: "gerou novos códigos de recuperação"
    case .recoveryCodeUsed: "usou um código de recuperação"
    case .identityLinked: "ligou a conta a um provedor de identidade"
    case .identityUnlinked: "desligou a conta de um provedor de identidade"
    case .assignmentGranted: "deu um papel"
    case .assignmentRevoked: "retirou um papel"
    case .sessionOpened: "entrou"
    case .sessionEnded: "saiu"
    case .sessionsEnded: "encerrou as outras sessões"
    case .signInRefused: "teve a entrada recusada"
    case .viewAsBegun: "passou a ver como outra pessoa"
    case .viewAsEnded: "deixou de ver como outra pessoa"
    case .loadCommitted: "gravou uma carga"
    case .loadRefused: "enviou um arquivo que foi recusado"
    case .loadCancelled: "cancelou a leitura de um arquivo"
    case .loadInterrupted: "teve a leitura de um arquivo interrompida"
    case .boundariesLoaded: "gravou contornos de municípios"
    case .clockChosen: "escolheu o relógio do município"
    case .peopleRead: "consultou pessoas e contas"
    case .trailRead: "consultou a trilha"
    case .trailExported: "baixou a trilha"
    case .privacyRead: "consultou pedidos sobre dados pessoais"
    case .privacyRequested: "fez um pedido sobre os próprios dados"
    case .privacyExported: "baixou os próprios dados"
    case .privacyCorrected: "corrigiu os próprios dados"
    case .privacyAnswered: "respondeu a um pedido sobre dados pessoais"
    case .retentionRun: "eliminou o que passou do prazo de guarda"
    case .backupMade: "fez uma cópia de segurança"
    case .backupRestored: "restaurou uma cópia de segurança"
    case .settingsChanged: "mudou uma configuração"
    case .demonstrationReset: "recomeçou a demonstração"
    }
  }

  /// An action as it stands in the store, which may be of a newer program.
  static func did(stored action: String) -> String { AuditAction(rawValue: action).map(did) ?? action }

  static func name(_ group: AuditGroup) -> String {
    switch group {
    case .people: "Contas e senhas"
    case .roles: "Papéis"
    case .sessions: "Entradas e saídas"
    case .work: "Cargas e município"
    case .reading: "Consultas a páginas restritas"
    case .privacy: "Dados pessoais"
    case .operation: "Operação do programa"
    }
  }

  static func name(_ kind: AuditThing.Kind) -> String {
    switch kind {
    case .person: "Pessoa"
    case .assignment: "Papel de uma pessoa"
    case .session: "Sessão"
    case .load: "Carga"
    case .municipality: "Município"
    case .trail: "Registro da trilha"
    case .privacyRequest: "Pedido de titular"
    case .retentionRule: "Prazo de guarda"
    case .backup: "Cópia de segurança"
    case .setting: "Configuração"
    }
  }
}

/// How the choices stand in an address.
extension AuditGroup {
  var address: String {
    switch self {
    case .people: "contas"
    case .roles: "papeis"
    case .sessions: "entradas"
    case .work: "trabalho"
    case .reading: "consultas"
    case .privacy: "dados-pessoais"
    case .operation: "operacao"
    }
  }

  init?(address: String) {
    guard let group = Self.allCases.first(where: { $0.address == address }) else { return nil }
    self = group
  }
}

extension AuditThing.Kind {
  var address: String {
    switch self {
    case .person: "pessoa"
    case .assignment: "papel"
    case .session: "sessao"
    case .load: "carga"
    case .municipality: "municipio"
    case .trail: "registro"
    case .privacyRequest: "pedido"
    case .retentionRule: "prazo"
    case .backup: "copia"
    case .setting: "configuracao"
    }
  }

  init?(address: String) {
    guard let kind = Self.allCases.first(where: { $0.address == address }) else { return nil }
    self = kind
  }
}
