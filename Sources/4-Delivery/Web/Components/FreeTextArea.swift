import Privacy
import Vocabulary

/// A field for free text that warns when the text looks as if it held the number of a person. It never blocks: the same form
/// offers to send the text as it is, and works without script.
///
/// ```swift
/// FreeTextArea(name: "texto", label: "O que você pede", hint: "…", maximum: PrivacyRequest.maximumTextLength,
///   text: form["texto"], problem: problem)
/// ```
/// The use case asks `checkFreeText(_:in:formField:sendAnyway:)` with `FreeTextArea.isSentAnyway(form)`.
struct FreeTextArea: Sendable {
  static let sendAnywayName = "assim-mesmo"

  let name: String
  let label: String
  let hint: String
  let maximum: Int
  let text: String
  let warning: Notice?
  let refusal: String?
  let isWrong: Bool
  /// Shown beside the form's button once the warning was.
  let sendAnyway: SendAnyway?

  struct SendAnyway: Sendable {
    let name: String
    let label: String
  }

  /// - Parameter problem: why the form was shown again; what is not about this field is told elsewhere.
  init(
    name: String, label: String, hint: String, maximum: Int, text: String = "", problem: Problem? = nil
  ) {
    let own = problem?.field == name ? problem : nil
    let warning = own?.rule == "text.looksPersonal" ? FreeTextWarning(text) : nil
    self.name = name
    self.label = label
    self.hint = hint + " Não escreva CPF, NIS, telefone nem nome de beneficiários."
    self.maximum = maximum
    self.text = text
    self.warning = warning.map(Notice.init)
    refusal = warning == nil ? own.map { Sentences.of($0).text } : nil
    isWrong = own != nil
    sendAnyway =
      warning == nil ? nil : SendAnyway(name: Self.sendAnywayName, label: "Enviar assim mesmo")
  }

  static func isSentAnyway(_ form: FormText) -> Bool { form[sendAnywayName] == "1" }
}

extension Notice {
  /// What the text looks as if it held, and in which lines; the number itself is not repeated.
  init(_ warning: FreeTextWarning) {
    let likely = warning.numbers.filter { $0.certainty == .likely }
    let named = Self.enumerated((likely.isEmpty ? warning.numbers : likely).map { Self.name($0.kind) })
    self.init(
      .attention, title: likely.isEmpty ? "Talvez haja \(named) no texto" : "Parece haver \(named) no texto",
      text: "Dados de pessoas não devem ficar em textos. Retire o número; se não é o que parece, envie assim "
        + "mesmo.",
      points: warning.numbers.map { number in
        let doubt = number.certainty == .possible ? "possível " : ""
        let words = doubt + Self.shortName(number.kind) + " na linha \(number.line)"
        return words.prefix(1).uppercased() + words.dropFirst()
      })
  }

  private static func name(_ kind: PersonalNumber.Kind) -> String {
    switch kind {
    case .cpf: "um CPF"
    case .nis: "um NIS"
    case .healthCard: "um número de cartão do SUS"
    case .telephone: "um telefone"
    }
  }

  private static func shortName(_ kind: PersonalNumber.Kind) -> String {
    switch kind {
    case .cpf: "CPF"
    case .nis: "NIS"
    case .healthCard: "cartão do SUS"
    case .telephone: "telefone"
    }
  }

  private static func enumerated(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " e " + last
  }
}
