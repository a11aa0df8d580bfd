public import Access
public import Vocabulary

/// The people of the demonstration, who are the tests' too (`Tests/TestCast`): invented, and look it.
public enum CastMember: String, CaseIterable, Sendable {
  /// Administradora of the whole installation, as the first administrator is.
  case iara
  /// Coordenação estadual of Mato Grosso.
  case ana
  /// Gestor municipal of Água Boa.
  case bento
  /// Técnica de visita in Água Boa's immediate region.
  case celia
  /// Conselheira of Água Boa's CMAS.
  case dora
  /// Signed in, without a role.
  case enzo
  /// Coordenação estadual of Acre: all that the others must not reach.
  case acacio

  /// By the name that stands in the address of their e-mail.
  public init?(_ text: String) { self.init(rawValue: text) }

  public var name: String {
    switch self {
    case .iara: "Iara Exemplo"
    case .ana: "Ana Exemplo"
    case .bento: "Bento Exemplo"
    case .celia: "Célia Exemplo"
    case .dora: "Dora Exemplo"
    case .enzo: "Enzo Exemplo"
    case .acacio: "Acácio Exemplo"
    }
  }

  public var id: ID<Person> {
    ID("0000000\(Self.allCases.firstIndex(of: self)! + 1)-ca57-4000-8000-000000000000")!
  }

  public var email: EmailAddress { EmailAddress("\(rawValue)@exemplo.gov.br")! }

  /// Nil where there is none.
  public var role: Role? {
    switch self {
    case .iara: .stateAdministrator
    case .ana, .acacio: .campaignCoordinator
    case .bento: .gestorMunicipal
    case .celia: .fieldTechnician
    case .dora: .councilMember
    case .enzo: nil
    }
  }

  public var place: Place {
    switch self {
    case .iara: Place("BR")!
    case .ana, .enzo: Place("MT")!
    case .bento, .dora: Place("5100201")!
    case .celia: Place("RI510015")!
    case .acacio: Place("AC")!
    }
  }
}
