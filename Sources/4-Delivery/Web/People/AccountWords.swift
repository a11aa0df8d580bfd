import Access
import Vocabulary

/// States of accounts, sectors, and how long a role holds, as people read them.
enum AccountWords {
  static func name(_ sector: Sector) -> String {
    switch sector {
    case .gestao: "Gestão do cadastro e do programa"
    case .assistencia: "Assistência social"
    case .educacao: "Educação"
    case .saude: "Saúde"
    }
  }

  static func state(of person: Person, on today: Day) -> StateMark {
    switch person.state {
    case .invited: StateMark("Convidada", symbol: "…", tone: .plain, note: "ainda não entrou")
    case .ended: StateMark("Encerrada", symbol: "–", tone: .plain)
    case .active where person.mayEnter(on: today): StateMark("Ativa", symbol: "✓", tone: .good)
    case .active: StateMark("Parada", symbol: "!", tone: .attention, note: "o cargo terminou")
    }
  }

  /// `desde 1º jan. 2026, até 31 dez. 2026`
  static func validity(_ assignment: Assignment) -> String {
    let from = "desde \(Brazilian.day(assignment.validFrom))"
    return assignment.validUntil.map { "\(from), até \(Brazilian.day($0))" } ?? from
  }

  /// `Ponto focal de setor, Saúde`
  static func role(_ role: Role, _ sector: Sector?, _ table: RoleTable) -> String {
    sector.map { "\(table[role].label), \(name($0))" } ?? table[role].label
  }
}

/// A state with its mark: never by colour alone.
struct StateMark: Sendable {
  let words: String
  let symbol: String
  let tone: String
  let note: String?

  init(_ words: String, symbol: String, tone: Notice.Tone, note: String? = nil) {
    self.words = words
    self.symbol = symbol
    self.tone = tone.rawValue
    self.note = note
  }
}
