public import Vocabulary

/// The Portuguese sentence of every rule: what happened, why, what to do. `{word}` stands for a detail of the problem.
/// A test finds rules without a sentence.
public enum Sentences {
  public struct Sentence: Sendable {
    public let title: String
    public let text: String
    var link: Anchor?
  }

  public static func of(_ problem: Problem) -> Sentence {
    guard let sentence = table[problem.rule] else {
      return Sentence(
        title: "O pedido não pôde ser atendido",
        text:
          "A regra “\(problem.rule)” impede. Se não ficar claro, mostre esta página a quem cuida do programa."
      )
    }
    return Sentence(
      title: fill(sentence.title, problem.details), text: fill(sentence.text, problem.details),
      link: sentence.link)
  }

  static let again = Anchor(label: "Enviar outro arquivo", href: "/cargas/nova")

  /// By rule. The sentences stand in a file for each topic, `Sentences+Loads.swift` and so on.
  static let table: [String: Sentence] = [
    access, accounts, people, secrets, mail, openID, privacy, audit, figures, formulas, loads, files,
    outlines,
    pages, programs, demonstration,
  ].reduce(into: [:]) { $0.merge($1) { $1 } }

  /// Fills `{word}` in one pass: what a detail brings is never looked at again.
  static func fill(_ sentence: String, _ details: [String: String]) -> String {
    var text = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let word = String(rest[rest.index(after: open)..<close])
      text += rest[..<open] + readable(word, details[word] ?? "…")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// Amounts of bytes, months and counts are written as people read them; anything else as it is.
  private static func readable(_ word: String, _ value: String) -> String {
    switch word {
    case "delimiter": return delimiter(value)
    case "content": return foreignContent(value)
    case "limitBytes", "expectedBytes", "foundBytes": return Int64(value).map(Brazilian.bytes) ?? value
    case "months", "rows", "firstLines", "columns", "unknown", "limit", "line", "count":
      let parts = value.split(separator: ",").map { $0.drop { $0 == " " } }
      return parts.map { part in
        ReferenceMonth(part).map(Brazilian.month) ?? Int(part).map { Brazilian.whole($0) } ?? String(part)
      }.joined(separator: ", ")
    case "reasons":
      return value.split(separator: ",").map { part in
        let pieces = part.split(separator: ":").map { $0.drop { $0 == " " } }
        return pieces.count == 2 ? "\(reason(String(pieces[0]))): \(pieces[1])" : String(part)
      }.joined(separator: "; ")
    default: return formulaWord(word, value) ?? value
    }
  }
}

extension Notice {
  /// Without a link on a page that already offers what it leads to.
  init(_ problem: Problem, isLinked: Bool = true) {
    let sentence = Sentences.of(problem)
    self.init(.critical, title: sentence.title, text: sentence.text, link: isLinked ? sentence.link : nil)
  }
}
