import Hummingbird
import QRCodes
import UseCases
import Vocabulary

/// `/conta/segundo-fator`: sets the second factor up, or looks after it.
struct SecondFactorPage: Page {
  static let path = "/conta/segundo-fator"
  static let returnPath = ReturnPath(path)!

  let frame: Frame
  let notices: [Notice]
  let setting: Setting?
  let standing: Standing?
  /// The secret, while it is being set up.
  let holdsSecret: Bool

  /// Waits for the first code of a new secret.
  struct Setting: Sendable {
    /// SVG from QRCodes.
    let drawing: String
    /// In groups of four, to be typed.
    let secret: String
    let account: String
    let code: FormField
  }

  struct Standing: Sendable {
    let codesLeft: String
    let renewing: FormField
    let removing: FormField
    let canBeRemoved: Bool
  }
}

extension SecondFactorPage {
  init(
    _ proposal: SecondFactorProposal, account: String, isNeeded: Bool, problem: Problem? = nil,
    surroundings: Surroundings
  ) throws {
    let drawing = try QRCode(proposal.address).svg(
      title: "Código QR do segundo fator",
      description: "Para ser lido pelo aplicativo de códigos do celular. A mesma chave está escrita abaixo.")
    self.init(
      frame: Self.frame(
        "Ativar o segundo fator",
        lead: isNeeded
          ? "O seu papel só vale com ele. São três passos, uma vez só."
          : "Quem descobrir a sua senha não entra sem o seu celular. São três passos, uma vez só.",
        surroundings),
      notices: problem.map { [Notice($0)] } ?? [],
      setting: Setting(
        drawing: drawing, secret: Self.grouped(proposal.secret), account: account,
        code: .timeCode("Código de seis números", problem)), standing: nil, holdsSecret: true)
  }

  /// Which of the two forms was refused.
  enum Form: Sendable { case renewing, removing }

  init(
    _ account: OwnAccount, problem: Problem? = nil, of form: Form? = nil, surroundings: Surroundings
  ) {
    let left = account.recoveryCodesLeft
    self.init(
      frame: Self.frame(
        "Segundo fator", lead: "Está ativo: a cada entrada o Prumo pede um código do seu celular.",
        surroundings),
      notices: problem.map { [Notice($0)] } ?? [], setting: nil,
      standing: Standing(
        codesLeft: left == 0
          ? "Os códigos de recuperação acabaram. Sem eles, um celular perdido só se resolve com o administrador."
          : "Restam \(Brazilian.count(left, "código", "códigos")) de recuperação.",
        renewing: .timeCode("Código do celular", id: "codigo-renovar", form == .renewing ? problem : nil),
        removing: .timeCode("Código do celular", id: "codigo-desativar", form == .removing ? problem : nil),
        canBeRemoved: !account.needsSecondFactor), holdsSecret: false)
  }

  private static func frame(_ title: String, lead: String, _ surroundings: Surroundings) -> Frame {
    surroundings.frame(
      title, lead: lead, in: nil,
      crumbs: [.init(label: "Minha conta", href: "/conta"), .init(label: "Segundo fator", href: nil)])
  }

  private static func grouped(_ secret: String) -> String {
    stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }
      .joined(separator: " ")
  }
}
