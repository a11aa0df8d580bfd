import Hummingbird
import UseCases
import Vocabulary

extension SheetPage {
  /// `GET /municipios/5100201?mes=`; six digits or other spellings of the code lead to the seven.
  static func answer(_ request: Request, _ context: PageContext, _ site: Site) async throws -> Response {
    let text = context.part("codigo")
    guard let code = IBGECode(text) else { return try await elsewhere(text, site) }
    let query = try request.query()
    let sheet = try await site.prumo.municipalitySheet(
      code, month: query["mes"].flatMap { ReferenceMonth($0) })
    let unit = code.federativeUnit
    var neighbours: [Municipality] = []
    if let today = site.today { neighbours = try await site.prumo.municipalities(of: unit, on: today) }
    let page = SheetPage(
      sheet, neighbours: neighbours, boundaries: try await site.prumo.boundaries(of: unit),
      notices: query["relogio"] == nil ? [] : [Notice(.good, title: "Relógio guardado")],
      surroundings: try await site.surroundings(unit))
    return try page.response()
  }

  private static func elsewhere(_ text: String, _ site: Site) async throws -> Response {
    let unknown = Problem.notFound(rule: "municipality.unknown", ["code": String(text.prefix(20))])
    guard text.utf8.count == 6, Digits.number(text) != nil,
      case .municipality(let code) = try await site.prumo.territory(text)
    else { throw unknown }
    return .redirect(to: "/municipios/\(code)")
  }

  /// `POST /municipios/5100201/relogio` with `fuso`; empty goes back to the official one.
  static func chooseClock(_ request: Request, _ context: PageContext, _ site: Site) async throws -> Response {
    let text = context.part("codigo")
    guard let code = IBGECode(text) else {
      throw Problem.notFound(rule: "municipality.unknown", ["code": String(text.prefix(20))])
    }
    let zone = try await request.form()["fuso"] ?? ""
    try await site.prumo.chooseTimeZone(zone.isEmpty ? nil : zone, for: code)
    return .redirect(to: "/municipios/\(code)?relogio=guardado")
  }
}

extension MunicipalitiesPage {
  /// `GET /municipios?uf=MT`
  static func answer(_ request: Request, _ site: Site) async throws -> Response {
    let unit =
      try request.query()["uf"].map { text throws(Problem) in try FederativeUnit.named(text) } ?? site.home
    let surroundings = try await site.surroundings(unit)
    guard let state = surroundings.state, let today = site.today else {
      throw Problem.notFound(rule: "territory.unknown", ["territory": unit.rawValue])
    }
    let municipalities = try await site.prumo.municipalities(of: unit, on: today)
    return try MunicipalitiesPage(municipalities, of: state, surroundings: surroundings).response()
  }
}
