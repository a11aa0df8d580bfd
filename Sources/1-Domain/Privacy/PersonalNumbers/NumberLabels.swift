/// Words that say what number comes next: `CPF`, `NIS`, `tel.` Kept while a text is walked through, letter by letter.
struct NumberLabels: OptionSet {
  let rawValue: UInt8

  static let cpf = NumberLabels(rawValue: 1)
  static let nis = NumberLabels(rawValue: 2)
  static let healthCard = NumberLabels(rawValue: 4)
  static let telephone = NumberLabels(rawValue: 8)

  static func of(_ word: [UInt8]) -> NumberLabels {
    switch String(decoding: word, as: UTF8.self) {
    case "cpf", "cpfs": .cpf
    case "nis", "pis", "pasep", "nit": .nis
    case "cns", "sus": .healthCard
    case "tel", "tels", "telefone", "telefones", "fone", "fones", "cel", "celular", "celulares", "whatsapp",
      "whats", "wpp", "zap":
      .telephone
    default: []
    }
  }

  /// Remembers labels of the present line, and forgets those that are too far back to speak for a number.
  struct Memory {
    /// How many characters may stand between the word and its number: `telefone do coordenador da unidade: …`
    static let reach = 40
    static let longestWord = 9

    private var word: [UInt8] = []
    private var isTooLong = false
    private var seen: [(label: NumberLabels, at: Int)] = []

    /// Only plain letters count; with any other the word is no label.
    mutating func take(_ scalar: Unicode.Scalar) {
      guard word.count < Self.longestWord, scalar.isASCII else {
        isTooLong = true
        return
      }
      word.append(UInt8(scalar.value) | 0x20)
    }

    mutating func endWord(at position: Int) {
      guard !word.isEmpty else {
        isTooLong = false
        return
      }
      let label = isTooLong ? [] : NumberLabels.of(word)
      if !label.isEmpty {
        seen.removeAll { $0.label == label }
        seen.append((label, position))
      }
      word.removeAll(keepingCapacity: true)
      isTooLong = false
    }

    mutating func endLine() {
      word.removeAll(keepingCapacity: true)
      isTooLong = false
      seen.removeAll(keepingCapacity: true)
    }

    func labels(at position: Int) -> NumberLabels {
      seen.reduce(into: []) { if position - $1.at <= Self.reach { $0.insert($1.label) } }
    }
  }
}
