import Access
import UseCases
import Vocabulary

/// The values of a trail's entry as people read them.
struct TrailValueWords: Sendable {
  let roles: RoleTable
  let clock: Clock
  /// People and places by id and code.
  var names: [String: String] = [:]

  private static let refusalLabel = "Motivo da recusa"

  /// A field as it stands in the store, which may be of a newer program.
  static func label(_ field: String) -> String { AuditField(rawValue: field).map(label) ?? field }

  static func label(_ field: AuditField) -> String {
    switch field {
    case .person: "Pessoa"
    case .name: "Nome"
    case .email: "E-mail"
    case .state: "Situação"
    case .postEndsOn: "Fim do cargo"
    case .reviewedAt: "Revisto em"
    case .role: "Papel"
    case .sector: "Setor"
    case .place: "Lugar"
    case .validFrom: "Vale desde"
    case .validUntil: "Vale até"
    case .method: "Forma de entrada"
    case .sessions: "Sessões"
    case .usableUntil: "Pode ser usado até"
    case .file: "Arquivo"
    case .sha256: "SHA-256"
    case .dataset: "Conjunto de dados"
    case .month: "Mês"
    case .rowsRead: "Linhas lidas"
    case .rowsAccepted: "Linhas aceitas"
    case .municipalities: "Municípios"
    case .rule: Self.refusalLabel
    case .reason: "Justificativa"
    case .timeZone: "Relógio"
    case .deadline: "Prazo"
    case .filter: "Filtro"
    case .count: "Quantidade"
    case .page: "Página"
    case .group: "Tipo de ação"
    case .thing: "Sobre"
    case .from: "Desde"
    case .until: "Antes de"
    case .setting: "Configuração"
    case .value: "Valor"
    case .format: "Formato"
    case .removed: "Eliminados"
    case .kept: "Mantidos"
    }
  }

  /// What cannot be read as what the field holds is shown as it stands.
  func value(_ text: String, of field: String) -> String {
    guard !text.isEmpty, let field = AuditField(rawValue: field) else { return text }
    return readable(text, field) ?? text
  }

  private func readable(_ text: String, _ field: AuditField) -> String? {
    switch field {
    case .person, .place: names[text]
    case .state: Person.State(rawValue: text).map(Self.name) ?? PrivacyWords.stateNames[text]
    case .role: Role(rawValue: text).map { roles[$0].label }
    case .sector: Sector(rawValue: text).map(Self.name)
    case .method: Self.methods[text]
    case .dataset: Self.datasets[text]
    case .timeZone: Clock(zone: text).label
    case .rule: Sentences.table[text]?.title
    case .group: AuditGroup(rawValue: text).map(Words.name)
    case .thing: thing(text)
    case .month: ReferenceMonth(text).map(Brazilian.month)
    case .postEndsOn, .validFrom, .validUntil, .deadline, .reviewedAt, .usableUntil, .from, .until:
      Day(text).map(Brazilian.day) ?? Instant(text).map(clock.moment)
    case .rowsRead, .rowsAccepted, .municipalities, .sessions, .count, .removed, .kept:
      Int(text).map { Brazilian.whole($0) }
    case .name, .email, .file, .sha256, .reason, .filter, .page, .setting, .value, .format: nil
    }
  }

  private func thing(_ text: String) -> String? {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard let kind = parts.first.flatMap({ AuditThing.Kind(rawValue: String($0)) }) else { return nil }
    return parts.count == 2 ? "\(Words.name(kind)) \(parts[1])" : Words.name(kind)
  }

  private static func name(_ state: Person.State) -> String {
    switch state {
    case .invited: "Convidada"
    case .active: "Ativa"
    case .ended: "Encerrada"
    }
  }

  private static func name(_ sector: Sector) -> String {
    switch sector {
    case .gestao: "Gestão"
    case .assistencia: "Assistência social"
    case .educacao: "Educação"
    case .saude: "Saúde"
    }
  }

  private static let datasets = [
    "pbf.payments": "Pagamentos do Bolsa Família", "suas.cras": "Unidades do SUAS",
    "territory.boundaries": "Contornos dos municípios",
  ]

  private static let methods = [
    "password": "Senha", "secondFactor": "Senha e código do celular",
    "recoveryCode": "Senha e código de recuperação", "identity": "Provedor de identidade",
  ]
}
