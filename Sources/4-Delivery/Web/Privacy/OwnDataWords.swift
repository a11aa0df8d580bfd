import Access
import Indicators
import Privacy
import UseCases
import Vocabulary

/// The own data as a person reads them: tables, columns and the words that stand in them.
struct OwnDataWords: Sendable {
  let roles: RoleTable
  let clock: Clock
  var places = TerritoryNames()

  struct Table: Sendable {
    let name: String
    let title: String
    /// Columns of the page with their headers; ids and hashes are in the file only.
    let columns: [(column: String, header: String)]
  }

  /// In the order of the page. A test finds a table that is told and not shown.
  static let tables: [Table] = account + signingIn + work

  private static let account = [
    Table(
      name: "person", title: "Conta",
      columns: [
        ("name", "Nome"), ("email", "E-mail"), ("state", "Situação"), ("post_ends_on", "Fim do vínculo"),
        ("created_at", "Criada"), ("reviewed_at", "Revista"),
      ]),
    Table(
      name: "assignment", title: "Papéis",
      columns: [
        ("role", "Papel"), ("sector", "Setor"), ("place", "Lugar"), ("valid_from", "Vale desde"),
        ("valid_until", "Vale até"), ("granted_at", "Dado"), ("revoked_at", "Retirado"),
      ]),
    Table(
      name: "privacy_request", title: "Pedidos sobre os próprios dados",
      columns: [
        ("kind", "Pedido"), ("text", "Texto"), ("state", "Situação"), ("asked_at", "Feito"),
        ("due_on", "Prazo"),
        ("outcome", "Resultado"), ("answer", "Resposta"),
      ]),
  ]

  private static let signingIn = [
    Table(
      name: "credential", title: "Senha e segundo fator",
      columns: [
        ("has_password", "Tem senha"), ("password_changed_at", "Senha mudada"),
        ("has_second_factor", "Tem segundo fator"), ("time_code_confirmed_at", "Segundo fator desde"),
      ]),
    Table(
      name: "recovery_code", title: "Códigos de recuperação",
      columns: [("created_at", "Criado"), ("used_at", "Usado")]),
    Table(
      name: "person_identity", title: "Entrada por outro provedor",
      columns: [("issuer", "Provedor"), ("linked_at", "Ligado")]),
    Table(
      name: "session", title: "Entradas abertas",
      columns: [
        ("created_at", "Entrou"), ("seen_at", "Vista por último"), ("expires_at", "Vale até"),
        ("address", "Endereço de rede"), ("client", "Navegador"),
      ]),
    Table(
      name: "sign_in_step", title: "Entradas que ficaram pela metade",
      columns: [("created_at", "Começou"), ("expires_at", "Vale até"), ("failures", "Códigos errados")]),
    Table(
      name: "known_device", title: "Navegadores conhecidos",
      columns: [("created_at", "Desde"), ("expires_at", "Até")]),
    Table(
      name: "account_link", title: "Links de convite e de nova senha",
      columns: [
        ("kind", "Para quê"), ("created_at", "Feito"), ("expires_at", "Vale até"), ("used_at", "Usado"),
      ]
    ),
    Table(
      name: "outgoing_mail", title: "Mensagens enviadas",
      columns: [
        ("recipient", "Para"), ("subject", "Assunto"), ("state", "Situação"), ("created_at", "Escrita"),
        ("ended_at", "Enviada"),
      ]),
  ]

  private static let work = [
    Table(
      name: "load", title: "Arquivos que você carregou",
      columns: [
        ("file_name", "Arquivo"), ("month", "Mês"), ("state", "Situação"), ("loaded_by", "Em nome de"),
        ("started_at", "Começou"),
      ]),
    Table(
      name: "retention_run", title: "Limpezas que você pediu",
      columns: [("day", "Dia"), ("state", "Situação"), ("begun_at", "Começou"), ("ended_at", "Terminou")]),
    Table(
      name: "audit_entry", title: "Trilha de auditoria: o que você fez, e o que foi feito com a sua conta",
      columns: [
        ("number", "Número"), ("happened_at", "Quando"), ("actor_name", "Quem"), ("action", "O que fez"),
        ("address", "De onde"),
      ]),
  ]

  /// What cannot be read as what the column holds is shown as it stands.
  func value(_ text: String?, of column: String, in table: String) -> String {
    guard let text else { return "–" }
    switch column {
    case "role": return Role(rawValue: text).map { roles[$0].label } ?? text
    case "sector": return Sector(rawValue: text).map(Self.name) ?? text
    case "place": return Place(text).map { PlaceWords.name($0, places) } ?? text
    case "month": return ReferenceMonth(text).map(Brazilian.month) ?? text
    case "action": return Words.did(stored: text)
    case "has_password", "has_second_factor": return text == "1" ? "Sim" : "Não"
    case "state" where table == "load": return Load.State(rawValue: text).map(Words.name) ?? text
    case "kind" where table == "privacy_request":
      return PrivacyRequest.Kind(rawValue: text).map(PrivacyWords.name) ?? text
    case "outcome": return PrivacyRequest.Outcome(rawValue: text).map(PrivacyWords.name) ?? text
    case "state", "kind": return Self.codes["\(table).\(text)"] ?? text
    default: return Day(text).map(Brazilian.day) ?? Instant(text).map(clock.moment) ?? text
    }
  }

  private static let codes = [
    "person.invited": "Convidada", "person.active": "Ativa", "person.ended": "Encerrada",
    "privacy_request.open": "Aberto", "privacy_request.answered": "Respondido",
    "privacy_request.withdrawn": "Desistiu", "outgoing_mail.waiting": "Esperando",
    "outgoing_mail.sent": "Enviada", "outgoing_mail.failed": "Não pôde ser enviada",
    "account_link.firstAdministrator": "Primeiro administrador", "account_link.invitation": "Convite",
    "account_link.recovery": "Nova senha", "retention_run.running": "Em andamento",
    "retention_run.done": "Feita",
  ]

  private static func name(_ sector: Sector) -> String {
    switch sector {
    case .gestao: "Gestão"
    case .assistencia: "Assistência social"
    case .educacao: "Educação"
    case .saude: "Saúde"
    }
  }
}
