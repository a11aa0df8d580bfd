import Access
import Foundation
import UseCases
import Vocabulary

/// Which people the list shows, as it stands in the address: `?q=ana&papel=gestorMunicipal&lugar=MT&situacao=encerradas`.
struct PeopleQuery: Hashable, Sendable {
  /// By state of the account, in words of the address.
  enum Standing: String, CaseIterable, Sendable {
    case inUse = ""
    case invited = "convidadas"
    case active = "ativas"
    case reviewDue = "rever"
    case ended = "encerradas"
    case all = "todas"

    var label: String {
      switch self {
      case .inUse: "Em uso"
      case .invited: "Convidadas, ainda sem entrar"
      case .active: "Ativas"
      case .reviewDue: "Com revisão vencida"
      case .ended: "Encerradas"
      case .all: "Todas"
      }
    }

    var states: [Person.State] {
      switch self {
      case .inUse, .reviewDue: [.invited, .active]
      case .invited: [.invited]
      case .active: [.active]
      case .ended: [.ended]
      case .all: Person.State.allCases
      }
    }
  }

  static let maximumPages = 10_000

  var words = ""
  var standing = Standing.inUse
  var role: Role?
  var place: Place?
  var page = 1

  /// A filter that is not understood is refused and not left out: another list would mislead. Throws `page.unreadable`.
  init(_ form: FormText) throws(Problem) {
    words = form["q"] ?? ""
    standing = try Self.choice(form["situacao"], Standing.init(rawValue:)) ?? .inUse
    role = try Self.choice(form["papel"], Role.init(rawValue:))
    place = try Self.choice(form["lugar"]) { Place($0) }
    page = min(max(try Self.choice(form["pagina"]) { Digits.number($0) } ?? 1, 1), Self.maximumPages)
  }

  private static func choice<Value>(
    _ text: String?, _ read: (String) -> Value?
  ) throws(Problem) -> Value? {
    guard let text, !text.isEmpty else { return nil }
    guard let value = read(text) else { throw .invalid(rule: "page.unreadable") }
    return value
  }

  init() {}

  var question: PeopleQuestion {
    var question = PeopleQuestion()
    question.words = words
    question.states = standing.states
    question.isReviewDue = standing == .reviewDue
    question.role = role
    question.place = place
    return question
  }

  /// Something narrows the list down.
  var isNarrowed: Bool { !NameKey(words).text.isEmpty || role != nil || place != nil || standing != .inUse }

  func href(page: Int) -> String {
    let parts = [
      ("q", words), ("papel", role?.rawValue ?? ""), ("lugar", place?.description ?? ""),
      ("situacao", standing.rawValue), ("pagina", page == 1 ? "" : String(page)),
    ].filter { !$0.1.isEmpty }.map { name, value in
      let plain = value.addingPercentEncoding(withAllowedCharacters: CharactersOfAddresses.unreserved) ?? ""
      return "\(name)=\(plain)"
    }
    return parts.isEmpty ? "/pessoas" : "/pessoas?" + parts.joined(separator: "&")
  }
}
