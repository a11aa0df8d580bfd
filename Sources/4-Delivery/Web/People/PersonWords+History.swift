import Access
import UseCases
import Vocabulary

extension PersonWords {
  func event(_ entry: AuditEntry) -> PersonPage.HistoryEntry {
    PersonPage.HistoryEntry(
      moment: Instant(entry.at).map(moment) ?? entry.at,
      event: AuditAction(rawValue: entry.action).flatMap(Self.name) ?? entry.action,
      details: details(entry), who: entry.actorName)
  }

  /// The whole trail of the account, also who looked at it.
  var trailHref: String {
    var query = TrailQuery()
    (query.thingKind, query.thingID) = (.person, sheet.person.id.text)
    return query.href
  }

  /// What happened to the account, as a heading; nil for what happens to other things.
  private static func name(_ action: AuditAction) -> String? {
    switch action {
    case .personInvited: "Convite feito"
    case .invitationRenewed: "Novo link de convite"
    case .personAccepted: "Convite aceito"
    case .personChanged: "Cadastro corrigido"
    case .personEnded: "Conta encerrada"
    case .personReviewed: "Revisão confirmada"
    case .emailChanged: "E-mail trocado"
    case .passwordChanged: "Senha trocada"
    case .recoveryLinkMade: "Link para nova senha"
    case .passwordRecovered: "Nova senha escolhida"
    case .secondFactorSet: "Segundo fator ativado"
    case .secondFactorRemoved: "Segundo fator retirado"
    case .recoveryCodesMade: "Códigos de recuperação gerados"
    case .recoveryCodeUsed: "Código de recuperação usado"
    case .identityLinked: "Ligada a um provedor de identidade"
    case .identityUnlinked: "Desligada de um provedor de identidade"
    case .assignmentGranted: "Papel dado"
    case .assignmentRevoked: "Papel retirado"
    case .sessionsEnded: "Outras sessões encerradas"
    case .signInRefused: "Entrada recusada"
    case .viewAsBegun: "Programa visto como esta pessoa"
    case .viewAsEnded: "Fim de ver como esta pessoa"
    case .privacyRequested: "Pedido sobre os próprios dados"
    case .privacyExported: "Próprios dados baixados"
    case .privacyCorrected: "Próprios dados corrigidos"
    case .privacyAnswered: "Pedido sobre dados respondido"
    default: nil
    }
  }

  /// Only what differs, and of a role what it is and where.
  private func details(_ entry: AuditEntry) -> [String] {
    let (before, after) = (values(entry.before), values(entry.after))
    var details: [String] = []
    let role = after[.role] ?? before[.role]
    if let role {
      let place = (after[.place] ?? before[.place]).map(readablePlace)
      details.append([readableRole(role), place].compactMap { $0 }.joined(separator: ", "))
    }
    if let until = (after[.validUntil] ?? before[.validUntil]).flatMap({ Day($0) }) {
      details.append("até \(Brazilian.day(until))")
    }
    let fields: [(AuditField, String)] = [(.name, "nome"), (.email, "e-mail"), (.postEndsOn, "fim do cargo")]
    for (field, label) in fields where before[field] != after[field] && entry.action != ended {
      let new = after[field].map { readableDay($0) } ?? "sem data"
      details.append(before[field].map { "\(label): \(readableDay($0)) → \(new)" } ?? "\(label): \(new)")
    }
    if let reason = after[.reason] { details.append("motivo: \(reason)") }
    if let rule = after[.rule] { details.append(Sentences.table[rule]?.title ?? rule) }
    return details
  }

  private var ended: String { AuditAction.personEnded.rawValue }

  private func values(_ values: AuditValues) -> [AuditField: String] {
    Dictionary(
      values.pairs.compactMap { pair in AuditField(rawValue: pair.field).map { ($0, pair.value) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func readableRole(_ text: String) -> String { Role(rawValue: text).map { table[$0].label } ?? text }

  private func readablePlace(_ text: String) -> String {
    Place(text).map { PlaceWords.name($0, sheet.names) } ?? text
  }

  private func readableDay(_ text: String) -> String { Day(text).map(Brazilian.day) ?? text }
}
