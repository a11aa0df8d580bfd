import Access
import Hummingbird
import UseCases
import Vocabulary

extension PersonPage {
  /// What was just done, told once on the page that one comes back to.
  enum Done: String, CaseIterable, Sendable {
    case granted = "papel"
    case grantedToKnown = "papel-de-quem-tinha-conta"
    case revoked = "papel-retirado"
    case reviewed = "revista"
    case corrected = "corrigida"
    case ended = "encerrada"
    case mailed = "enviado"
    case secondFactorRemoved = "segundo-fator"

    var notice: Notice {
      switch self {
      case .granted: Notice(.good, title: "Papel dado")
      case .grantedToKnown:
        Notice(
          .good, title: "Papel dado a quem já tinha conta",
          text: "Este e-mail já entra no Prumo: não é preciso convite. O nome ficou como estava.")
      case .revoked: Notice(.good, title: "Papel retirado")
      case .reviewed: Notice(.good, title: "Revisão guardada", text: "A próxima é daqui a um ano.")
      case .corrected: Notice(.good, title: "Cadastro corrigido")
      case .ended: Notice(.good, title: "Conta encerrada")
      case .mailed:
        Notice(
          .good, title: "Link enviado por e-mail",
          text: "Se não chegar em alguns minutos, confira o endereço e a caixa de spam, e faça outro.")
      case .secondFactorRemoved:
        Notice(
          .good, title: "Segundo fator retirado",
          text: "A pessoa entra com a senha e ativa outro em Minha conta.")
      }
    }
  }

  static func redirect(to id: ID<Person>, done: Done) -> Response {
    .redirect(to: "/pessoas/\(id)?feito=\(done.rawValue)")
  }

  /// `GET /pessoas/{pessoa}`
  static func answer(_ visit: Visit) async throws -> Response {
    let sheet = try await visit.prumo.personSheet(try visit.person(), by: visit.actor)
    let done = try visit.request.query()["feito"].flatMap { Done(rawValue: $0) }
    return try PersonPage(
      sheet, done: done?.notice, roles: visit.prumo.roles, now: visit.prumo.now(),
      surroundings: try await visit.surroundings()
    ).response()
  }

  /// `POST /pessoas/{pessoa}/rever`
  static func review(_ visit: Visit) async throws -> Response {
    let id = try visit.person()
    try await visit.prumo.review(id, by: visit.actor)
    return redirect(to: id, done: .reviewed)
  }

  /// `POST /pessoas/{pessoa}/convite`
  static func inviteAnew(_ visit: Visit) async throws -> Response {
    try await HandOverPage.answer(
      try await visit.prumo.renewInvitation(of: try visit.person(), by: visit.actor), visit)
  }

  /// `POST /pessoas/{pessoa}/senha`
  static func makeRecoveryLink(_ visit: Visit) async throws -> Response {
    let id = try visit.person()
    guard let path = try await visit.prumo.makeRecoveryLink(for: id, by: visit.actor) else {
      return redirect(to: id, done: .mailed)
    }
    return try await HandOverPage.answer(.recovery, path: path, for: id, visit)
  }

  /// `POST /ver-como/{pessoa}`
  static func viewAs(_ visit: Visit) async throws -> Response {
    try await visit.prumo.viewAs(try visit.person(), visit.signedIn)
    return .redirect(to: "/")
  }

  /// `POST /ver-como/fim`: back to the page of whom one was.
  static func stopViewing(_ visit: Visit) async throws -> Response {
    let viewed = visit.signedIn.session.viewedPerson
    try await visit.prumo.stopViewing(visit.signedIn)
    return .redirect(to: viewed.map { "/pessoas/\($0)" } ?? "/")
  }
}

extension CorrectionPage {
  /// `GET /pessoas/{pessoa}/corrigir`
  static func answer(_ visit: Visit) async throws -> Response {
    let person = try await visit.prumo.personSheet(toChange: try visit.person(), by: visit.actor).person
    var form = GrantForm(again: person)
    form.postEnd = person.postEndsOn?.description ?? ""
    return try CorrectionPage(person, form: form, surroundings: try await visit.surroundings()).response()
  }

  /// `POST /pessoas/{pessoa}/corrigir`
  static func correct(_ visit: Visit) async throws -> Response {
    let person = try await visit.prumo.personSheet(toChange: try visit.person(), by: visit.actor).person
    let form = GrantForm(try await visit.request.form())
    do {
      try await visit.prumo.correct(
        person.id,
        PersonCorrection(
          name: form.name, email: form.email, postEndsOn: try Day.typed(form.postEnd, in: "fim")),
        by: visit.actor)
    } catch let problem as Problem where problem.kind != .notFound {
      return try CorrectionPage(
        person, form: form, problem: problem, surroundings: try await visit.surroundings()
      ).response(status: problem.status)
    }
    return PersonPage.redirect(to: person.id, done: .corrected)
  }
}
