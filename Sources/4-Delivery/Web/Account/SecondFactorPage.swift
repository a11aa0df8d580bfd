import Access
import Foundation
import Hummingbird
import QRCodes
import UseCases
import Vocabulary

/// `/conta/segundo-fator`: setting it up, or taking care of it.
struct SecondFactorPage: Page {
  let frame: Frame
  let notices: [Notice]
  let setUp: SetUp?
  let care: Care?

  struct SetUp: Sendable {
    /// The QR code as a picture that stands in the page.
    let picture: String
    /// `JBSW Y3DP …`, to be typed.
    let secret: String
    let code: TextField
  }

  struct Care: Sendable {
    let codesLeft: String
    let renewal: TextField
    let removal: TextField
    let mayRemove: Bool
  }
}

extension SecondFactorPage {
  private static func frame(_ lead: String, _ surroundings: Surroundings) -> Frame {
    surroundings.frame(
      "Segundo fator", lead: lead, in: nil,
      crumbs: [.init(label: "Minha conta", href: "/conta"), .init(label: "Segundo fator", href: nil)])
  }

  init(_ proposal: SecondFactorProposal, problem: Problem? = nil, surroundings: Surroundings) throws {
    let drawing = try QRCode(proposal.address).svg(
      title: "Código QR do segundo fator", description: "Para ser lido pelo aplicativo do celular.")
    self.init(
      frame: Self.frame(
        "Além da senha, um código que muda a cada 30 segundos no seu celular. Quem descobrir a senha não entra.",
        surroundings), notices: problem.map { [Notice($0)] } ?? [],
      setUp: SetUp(
        picture: "data:image/svg+xml;base64," + Data(drawing.utf8).base64EncodedString(),
        secret: Self.grouped(proposal.secret),
        code: TextField(
          .text, "codigo", label: "Código de 6 dígitos que o aplicativo mostra",
          autocomplete: "one-time-code",
          maximumLength: 12, inputMode: "numeric", problem: problem)), care: nil)
  }

  init(_ account: OwnAccount, problem: Problem? = nil, isRemoval: Bool = false, surroundings: Surroundings) {
    func field(_ name: String, _ isThis: Bool) -> TextField {
      TextField(
        .text, name, label: "Código do celular ou de recuperação", autocomplete: "one-time-code",
        maximumLength: 40,
        problem: isThis ? problem.map { .invalid(field: name, rule: $0.rule, $0.details) } : nil)
    }
    self.init(
      frame: Self.frame("Está ativo: a cada entrada, o programa pede o código do seu celular.", surroundings),
      notices: problem.map { [Notice($0, isLinked: false)] } ?? [], setUp: nil,
      care: Care(
        codesLeft: Brazilian.count(
          account.recoveryCodesLeft, "código de recuperação", "códigos de recuperação"),
        renewal: field("codigo", !isRemoval), removal: field("desativar", isRemoval),
        mayRemove: !account.needsSecondFactor))
  }

  /// In groups of four, as people read and type.
  private static func grouped(_ secret: String) -> String {
    stride(from: 0, to: secret.count, by: 4).map { secret.dropFirst($0).prefix(4) }.joined(separator: " ")
  }

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit) }

  /// `POST /conta/segundo-fator` with the first `codigo`.
  static func confirm(_ visit: Visit) async throws -> Response {
    let code = try await visit.request.form()["codigo"] ?? ""
    do {
      let set = try await visit.prumo.confirmSecondFactor(code, visit.signedIn)
      var response = try RecoveryCodesPage(
        set.recoveryCodes, isNew: true, surroundings: try await visit.surroundings()
      ).response().notStored()
      response.setCookie(visit.site.cookie.setting(set.session))
      return response
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .tooMany {
      return try await page(visit, problem: problem)
    }
  }

  /// `POST /conta/segundo-fator/codigos` with `codigo`.
  static func renewCodes(_ visit: Visit) async throws -> Response {
    let code = try await visit.request.form()["codigo"] ?? ""
    do {
      let codes = try await visit.prumo.renewRecoveryCodes(with: code, visit.signedIn)
      return try RecoveryCodesPage(codes, isNew: false, surroundings: try await visit.surroundings())
        .response().notStored()
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .tooMany {
      return try await page(visit, problem: problem)
    }
  }

  /// `POST /conta/segundo-fator/desativar` with `desativar`, the code.
  static func remove(_ visit: Visit) async throws -> Response {
    let code = try await visit.request.form()["desativar"] ?? ""
    do {
      try await visit.prumo.removeSecondFactor(with: code, visit.signedIn)
      return .redirect(to: "/conta?aviso=segundo-fator")
    } catch let problem as Problem where problem.kind == .invalid || problem.kind == .tooMany {
      return try await page(visit, problem: problem, isRemoval: true)
    }
  }

  private static func page(
    _ visit: Visit, problem: Problem? = nil, isRemoval: Bool = false
  ) async throws -> Response {
    let surroundings = try await visit.surroundings()
    let account = try await visit.prumo.ownAccount(visit.signedIn)
    let page =
      account.hasSecondFactor || visit.actor.viewer != nil
      ? SecondFactorPage(account, problem: problem, isRemoval: isRemoval, surroundings: surroundings)
      : try SecondFactorPage(
        try await visit.prumo.proposeSecondFactor(visit.signedIn), problem: problem,
        surroundings: surroundings)
    return try page.response(status: problem?.status ?? .ok).notStored()
  }
}
