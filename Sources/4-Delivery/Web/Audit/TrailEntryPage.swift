import Access
import UseCases
import Vocabulary

/// One entry of the trail: everything it keeps, and how it hangs in the chain.
struct TrailEntryPage: Page {
  let frame: Frame
  let notices: [Notice]
  let facts: [Fact]
  let thing: Anchor?
  let changes: [TrailChange]
  let hasChanges: Bool
  let links: [ChainState]
  let hashes: [Fact]
  let older: Anchor?
}

/// One thing that must hold of an entry in the chain.
struct ChainState: Sendable {
  let symbol: String
  let words: String
  let tone: String

  init(_ holds: Bool, _ good: String, _ bad: String) {
    symbol = holds ? "✓" : "✕"
    words = holds ? good : bad
    tone = (holds ? Notice.Tone.good : .critical).rawValue
  }
}

extension TrailEntryPage {
  init(_ named: TrailEntry, link: AuditLink, words: TrailValueWords, surroundings: Surroundings) {
    let entry = named.entry
    let changes = TrailChange.all(of: entry, words)
    let number = Brazilian.whole(entry.number)
    let moment = Instant(entry.at).map(words.clock.moment) ?? entry.at
    self.init(
      frame: surroundings.frame(
        "Registro \(number) da trilha", lead: "\(entry.actorName) \(Words.did(stored: entry.action)).",
        in: .trail,
        crumbs: [.init(label: "Trilha", href: "/trilha"), .init(label: "Registro \(number)", href: nil)]),
      notices: link.holds
        ? []
        : [
          Notice(
            .critical, title: "Este registro não está em ordem",
            text: "A trilha foi mudada por fora do Prumo. Guarde uma cópia do banco como está e avise quem "
              + "responde pela segurança da informação.")
        ],
      facts: Self.facts(named, moment: moment, words),
      thing: named.thingHref(surroundings).flatMap { href in
        named.thingWords.map { Anchor(label: "Abrir: \($0)", href: href) }
      },
      changes: changes, hasChanges: !changes.isEmpty, links: Self.states(link),
      hashes: [
        Fact("Deste registro", entry.hash), Fact("Do registro anterior", entry.previousHash),
      ],
      older: entry.number > 1
        ? Anchor(label: "Os registros antes deste", href: "/trilha?antes=\(entry.number)") : nil)
  }

  private static func facts(_ named: TrailEntry, moment: String, _ words: TrailValueWords) -> [Fact] {
    let entry = named.entry
    let facts: [Fact?] = [
      Fact("Quando", moment, note: "\(words.clock.name); em tempo universal, \(entry.at)"),
      Fact("Quem", entry.actorName),
      entry.viewerID.map { Fact("Visto por", named.viewerName ?? $0) },
      Fact("De onde", entry.address, note: "o endereço de rede do pedido, até onde se pode confiar nele"),
      entry.requestID.isEmpty
        ? nil : Fact("Pedido", entry.requestID, note: "o mesmo código nas linhas do registro do programa"),
      Fact("O que fez", Words.did(stored: entry.action), note: entry.action),
      named.thingWords.map { Fact("Sobre", $0) },
      entry.place.map { Fact("Lugar", named.placeName ?? $0) },
    ]
    return facts.compactMap(\.self)
  }

  private static func states(_ link: AuditLink) -> [ChainState] {
    let next = link.isFollowed.map {
      ChainState(
        $0, "O registro seguinte leva o resumo deste.",
        "O registro seguinte falta ou não leva o resumo deste.")
    }
    return [
      ChainState(
        link.isUnchanged, "O conteúdo é o que foi gravado.", "O conteúdo foi alterado depois de gravado."),
      ChainState(
        link.followsPrevious, "Leva o resumo do registro anterior.",
        "O registro anterior falta ou não tem o resumo que este leva."),
      next ?? ChainState(true, "É o registro mais novo.", ""),
    ]
  }
}
