import Access
import Hummingbird
import UseCases
import Vocabulary

/// `GET /`: the first question differs from person to person. A state's people open on its panel, a municipality's on
/// their own sheet; who has no role yet is told what to do.
enum HomePage {
  static func answer(_ visit: Visit) async throws -> Response {
    let site = visit.site
    guard let scope = visit.actor.scope(of: .figuresRead) else {
      return try MessagePage(withoutRole: visit.actor, surroundings: try await visit.surroundings())
        .response()
    }
    if scope.covers(site.home) { return .redirect(to: "/painel/\(site.home.rawValue)") }
    for place in scope.places {
      switch place {
      case .territory(.state(let unit)): return .redirect(to: "/painel/\(unit.rawValue)")
      case .territory(.municipality(let code)), .unit(_, let code):
        return .redirect(to: "/municipios/\(code)")
      case .territory(.region(let region)):
        return .redirect(to: "/painel/\(region.federativeUnit.rawValue)")
      case .territory(.country): return .redirect(to: "/painel/\(site.home.rawValue)")
      }
    }
    return .redirect(to: "/painel/\(site.home.rawValue)")
  }
}

extension MessagePage {
  /// Signed in, and nothing to see yet.
  init(withoutRole actor: Actor, surroundings: Surroundings) {
    let isAsleep = actor.lacksSecondFactor
    self.init(
      frame: surroundings.frame(
        isAsleep ? "Falta o segundo fator" : "Sua conta ainda não tem um papel",
        lead: isAsleep
          ? "O seu papel pede um código do celular a cada entrada. Ative-o uma vez e entre de novo."
          : "O acesso é dado por papel e por lugar. Peça ao administrador do seu estado que indique o seu.",
        in: nil), notices: [],
      next: isAsleep
        ? Anchor(label: "Ativar o segundo fator", href: "/conta/segundo-fator")
        : Anchor(label: "Ver minha conta", href: "/conta"))
  }
}
