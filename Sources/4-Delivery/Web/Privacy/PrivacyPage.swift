import Hummingbird
import Privacy
import UseCases
import Vocabulary

/// What is done with personal data, why and until when: the record of processing for everybody to read.
struct PrivacyPage: Page {
  let frame: Frame
  let notices: [Notice]
  let contact: [Fact]
  let records: [Record]
  let terms: [Term]
  let rights: [Fact]
  let assumptions: [Assumption]
  let hasAssumptions: Bool

  struct Record: Sendable {
    let id: String
    let title: String
    let facts: [Fact]
    let assumption: String?
  }

  struct Term: Sendable {
    let label: String
    let term: String
    let countedFrom: String
    let outcome: String
    let reason: String
    let source: String
    let assumption: String?
  }

  struct Assumption: Sendable {
    let subject: String
    let text: String
  }
}

extension PrivacyPage {
  init(_ catalogue: PrivacyCatalogue, _ protection: DataProtection, surroundings: Surroundings) {
    let assumptions =
      catalogue.records.compactMap { record in
        record.toConfirm.map { Assumption(subject: record.title, text: $0) }
      }
      + catalogue.retention.all.compactMap { rule in
        rule.toConfirm.map { Assumption(subject: rule.label, text: $0) }
      }
    self.init(
      frame: surroundings.frame(
        "Privacidade",
        lead:
          "Nada de beneficiários é guardado. De quem trabalha com o Prumo, guarda-se o que esta página diz, pelo "
          + "tempo que ela diz.", in: nil),
      notices: protection.contact == nil
        ? [
          Notice(
            .attention, title: "O órgão ainda não informou quem é o encarregado",
            text:
              "A lei pede que ele possa ser encontrado. Enquanto isso, fale com o administrador do seu estado."
          )
        ] : [],
      contact: Self.contact(protection), records: catalogue.records.map { Self.record($0, catalogue) },
      terms: catalogue.retention.all.map(Self.term), rights: Self.rights, assumptions: assumptions,
      hasAssumptions: !assumptions.isEmpty)
  }

  private static func contact(_ protection: DataProtection) -> [Fact] {
    [
      Fact("Controlador", protection.organisation ?? Self.notSaid, note: "o órgão que decide sobre os dados"),
      Fact(
        "Encarregado", protection.officer ?? Self.notSaid,
        note: "a pessoa que responde a perguntas sobre dados pessoais"),
      Fact("Contato", protection.contact ?? Self.notSaid),
    ]
  }

  private static let notSaid = "ainda não informado"

  private static func record(_ record: ProcessingRecord, _ catalogue: PrivacyCatalogue) -> Record {
    let terms = record.retention.map { catalogue.retention[$0] }.map { rule in
      "\(rule.label): \(PrivacyWords.term(rule.term).lowercasedFirst)"
    }
    return Record(
      id: record.key, title: record.title,
      facts: [
        Fact("Para quê", record.purpose), Fact("De quem", record.people),
        Fact("Que dados", record.items.joined(separator: "; ")), Fact("De onde vêm", record.origin),
        Fact("Quem vê", record.recipients), Fact("Até quando", terms.joined(separator: "; ")),
        Fact("Como são protegidos", record.security), Fact("Base legal", record.legalBasis),
      ], assumption: record.toConfirm)
  }

  private static func term(_ rule: RetentionRule) -> Term {
    Term(
      label: rule.label, term: PrivacyWords.term(rule.term), countedFrom: rule.countedFrom,
      outcome: PrivacyWords.outcome(rule), reason: rule.reason, source: rule.source,
      assumption: rule.toConfirm)
  }

  /// Lei 13.709/2018, art. 18, as far as it applies to a public body's own staff.
  private static let rights = [
    Fact(
      "Saber", "se há dados seus, quais são, para que servem e com quem são compartilhados",
      note: "art. 18, I, II e VII"),
    Fact("Levar", "uma cópia de tudo o que há sobre você, em um arquivo", note: "art. 19"),
    Fact("Corrigir", "o que estiver errado, incompleto ou velho", note: "art. 18, III"),
    Fact(
      "Eliminar", "o que não for mais necessário; o que a lei manda guardar continua até o fim do prazo",
      note: "art. 18, IV, e art. 16"),
    Fact(
      "Reclamar",
      "ao encarregado do órgão e, se não bastar, à Autoridade Nacional de Proteção de Dados (ANPD)",
      note: "art. 18, § 1º"),
  ]

  /// `GET /privacidade`
  static func answer(_ visit: OpenVisit) async throws -> Response {
    try PrivacyPage(
      visit.prumo.privacy, visit.site.dataProtection, surroundings: try await visit.surroundings()
    ).response()
  }
}

extension String {
  /// `5 anos` stays, `Sem prazo` becomes `sem prazo`.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
