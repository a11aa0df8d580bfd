import Access
import UseCases
import Vocabulary

/// Name, address and end of the post of somebody else's account.
struct CorrectionPage: Page {
  let frame: Frame
  let notices: [Notice]
  let sendHref: String
  let fields: [FormField]
  let cancelHref: String
}

extension CorrectionPage {
  init(_ person: Person, form: GrantForm, problem: Problem? = nil, surroundings: Surroundings) {
    let home = "/pessoas/\(person.id)"
    self.init(
      frame: surroundings.frame(
        "Corrigir cadastro",
        lead: "Conta de \(person.name). O que muda fica na trilha, com o que estava antes.", in: .people,
        crumbs: [
          .init(label: "Pessoas", href: "/pessoas"), .init(label: person.name, href: home),
          .init(label: "Corrigir cadastro", href: nil),
        ]),
      notices: problem.map { [Notice($0)] } ?? [], sendHref: "\(home)/corrigir",
      fields: [
        FormField(
          "nome", "Nome completo", value: form.name, maximumLength: Person.longestName, problem: problem),
        FormField(
          "email", "E-mail de trabalho",
          hint: "Se mudar, as sessões abertas terminam e a pessoa passa a entrar com o novo.", type: "email",
          value: form.email, maximumLength: EmailAddress.maximumBytes, problem: problem),
        FormField(
          "fim", "Fim do cargo", hint: "Último dia no cargo ou do mandato: a conta termina nele.",
          type: "date", value: form.postEnd, isRequired: false, problem: problem),
      ], cancelHref: home)
  }
}
