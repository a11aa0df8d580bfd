import Privacy
import Vocabulary

/// Portuguese words of the pages about personal data.
enum PrivacyWords {
  /// `5 anos`, `para sempre`
  static func term(_ term: RetentionTerm) -> String {
    switch term {
    case .period(let count, .days): Brazilian.count(count, "dia", "dias")
    case .period(let count, .months): Brazilian.count(count, "mês", "meses")
    case .period(let count, .years): Brazilian.count(count, "ano", "anos")
    case .permanent: "Sem prazo"
    case .notStored: "Não é guardado"
    case .outside: "Fora do programa"
    }
  }

  static func outcome(_ rule: RetentionRule) -> String {
    switch (rule.term, rule.outcome) {
    case (.notStored, _): "Esquecido na hora"
    case (.outside, _): "Apagado pelo setor de informática"
    case (_, .deleted): "Apagado"
    case (_, .anonymised): "Fica sem nome"
    case (_, .kept): "Continua guardado"
    }
  }

  static func name(_ kind: PrivacyRequest.Kind) -> String {
    switch kind {
    case .information: "Informação"
    case .correction: "Correção"
    case .deletion: "Eliminação"
    }
  }

  static func explained(_ kind: PrivacyRequest.Kind) -> String {
    switch kind {
    case .information: "Saber o que é guardado sobre mim, por que e quem vê"
    case .correction: "Corrigir ou completar um dado"
    case .deletion: "Eliminar dados que não são mais necessários"
    }
  }

  static func name(_ outcome: PrivacyRequest.Outcome) -> String {
    switch outcome {
    case .accepted: "Atendido"
    case .partly: "Atendido em parte"
    case .refused: "Não atendido"
    }
  }

  /// Symbol, word and tone of a request's state: never colour alone.
  static func state(_ request: PrivacyRequest, on today: Day) -> StateWords {
    switch request.state {
    case .open where request.isLate(on: today):
      StateWords(symbol: "!", words: "Atrasado", tone: "critical")
    case .open: StateWords(symbol: "○", words: "Aberto", tone: "attention")
    case .answered(let answer, _): StateWords(symbol: "✓", words: name(answer.outcome), tone: "good")
    case .withdrawn: StateWords(symbol: "–", words: "Desistiu", tone: "plain")
    }
  }

  struct StateWords: Sendable {
    let symbol: String
    let words: String
    let tone: String
  }

  static func name(_ kind: PersonalNumber.Kind) -> String {
    switch kind {
    case .cpf: "CPF"
    case .nis: "NIS"
    case .healthCard: "Cartão do SUS"
    case .telephone: "Telefone"
    }
  }

  /// `faltam 5 dias`, `vence hoje`, `passou há 1 dia`
  static func distance(from today: Day, to day: Day) -> String {
    guard let start = Instant("\(today)T00:00:00.000Z"), let end = Instant("\(day)T00:00:00.000Z") else {
      return ""
    }
    let days = Int(end.seconds(since: start) / 86_400)
    switch days {
    case 0: return "vence hoje"
    case 1: return "falta 1 dia"
    case 2...: return "faltam \(Brazilian.count(days, "dia", "dias"))"
    default: return "passou há \(Brazilian.count(-days, "dia", "dias"))"
    }
  }

  /// How a request stands in the trail.
  static let stateNames = [
    "open": "Aberto", "withdrawn": "Desistiu", "accepted": "Atendido", "partly": "Atendido em parte",
    "refused": "Não atendido",
  ]
}
