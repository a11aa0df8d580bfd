import Hummingbird
import UseCases
import Vocabulary

extension SheetPage {
  /// `GET /municipios/5100201?mes=`; six digits or other spellings of the code lead to the seven.
  static func answer(_ visit: Visit) async throws -> Response {
    let text = visit.part("codigo")
    guard let code = IBGECode(text) else { return try await elsewhere(text, visit) }
    let query = try visit.request.query()
    let sheet = try await visit.prumo.municipalitySheet(
      code, month: query["mes"].flatMap { ReferenceMonth($0) }, for: visit.actor)
    let unit = code.federativeUnit
    let page = SheetPage(
      sheet, boundaries: try await visit.prumo.boundaries(of: unit, for: visit.actor),
      notices: query["relogio"] == nil ? [] : [Notice(.good, title: "Relógio guardado")],
      surroundings: try await visit.surroundings(unit))
    return try page.response()
  }

  private static func elsewhere(_ text: String, _ visit: Visit) async throws -> Response {
    let unknown = Problem.notFound(rule: "municipality.unknown", ["code": String(text.prefix(20))])
    guard text.utf8.count == 6, Digits.number(text) != nil,
      case .municipality(let code) = try await visit.prumo.territory(text, for: visit.actor)
    else { throw unknown }
    return .redirect(to: "/municipios/\(code)")
  }

  /// `POST /municipios/5100201/relogio` with `fuso`; empty goes back to the official one.
  static func chooseClock(_ visit: Visit) async throws -> Response {
    let text = visit.part("codigo")
    guard let code = IBGECode(text) else {
      throw Problem.notFound(rule: "municipality.unknown", ["code": String(text.prefix(20))])
    }
    let zone = try await visit.request.form()["fuso"] ?? ""
    try await visit.prumo.chooseTimeZone(zone.isEmpty ? nil : zone, for: code, by: visit.actor)
    return .redirect(to: "/municipios/\(code)?relogio=guardado")
  }
}

extension MunicipalitiesPage {
  /// `GET /municipios?uf=MT`
  static func answer(_ visit: Visit) async throws -> Response {
    let asked = try visit.request.query()["uf"].map { text throws(Problem) in
      try FederativeUnit.named(text)
    }
    let surroundings = try await visit.surroundings(asked)
    guard let state = surroundings.state, let today = visit.site.today else {
      throw Problem.notFound(rule: "territory.unknown", ["territory": asked?.rawValue ?? ""])
    }
    let municipalities = try await visit.prumo.municipalities(of: state.unit, on: today, for: visit.actor)
    return try MunicipalitiesPage(municipalities, of: state, surroundings: surroundings).response()
  }
}
