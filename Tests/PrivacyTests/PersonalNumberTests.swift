import Privacy
import Testing

@Suite struct PersonalNumberTests {
  private func kinds(_ text: String) -> [PersonalNumber.Kind] {
    PersonalNumberFinder.numbers(in: text).map(\.kind)
  }

  @Test(arguments: [
    "529.982.247-25", "52998224725", "529982247-25", "529982247/25", "529 982 247 25", "529.982.247 - 25",
    "529-982-247-25", "529. 982. 247-25", "529,982,247-25", "529_982_247_25", "5 2 9 9 8 2 2 4 7 2 5",
    "5-2-9-9-8-2-2-4-7-2-5", "CPF52998224725", "CPF: 5299 8224 725", "cpf nº 52.99.82.24.72-5",
    "**529.982.247-25**",
    "(529.982.247-25)", "o CPF é 529.982.247-25.", "família 3: 529.982.247-25, visitada",
    "529.982.247\u{2011}25", "529.982.247–25", "529\u{A0}982\u{A0}247\u{202F}25",
    "529\u{200B}982\u{2060}24725",
    "5\u{FE0F}\u{20E3}2\u{FE0F}\u{20E3}998224725", "\u{FEFF}52998224725\u{200F}",
    "529\u{AD}982\u{AD}247\u{AD}25",
    "٥٢٩٩٨٢٢٤٧٢٥", "５２９．９８２．２４７－２５", "𝟓𝟐𝟗𝟗𝟖𝟐𝟐𝟒𝟕𝟐𝟓", "529·982·247-25", "529.982.247/25",
  ]) func `a CPF is found`(text: String) {
    #expect(kinds(text) == [.cpf], "\(text)")
  }

  @Test(arguments: [
    "120.58472.50-2", "12058472502", "1205847250-2", "120.5847250-2", "1.205.847.250-2", "120 58472 50 2",
    "NIS: 120 5847 2502", "pis/pasep 12058472502", "NIT 1205 8472 502", "120\u{200B}58472502",
  ]) func `a NIS is found`(text: String) {
    #expect(kinds(text) == [.nis], "\(text)")
  }

  @Test(arguments: [
    "(65) 99912-3456", "(65)99912-3456", "65 99912-3456", "65 999123456", "65999123456", "6599912-3456",
    "65-99912-3456", "65.99912.3456", "65 9 9912-3456", "(65) 9 9912 3456", "(065) 3401-1234",
    "065 3401-1234",
    "+55 65 99912-3456", "+55 (65) 99912-3456", "+5565999123456", "55 65 99912-3456", "0055 65 3401-1234",
    "+55 65999123456", "(0xx65) 3401-1234", "(65) 3401-1234", "65 3401-1234", "65 3401 1234", "(65) 34011234",
    "6534011234", "(65) 9912-3456", "tel. 3401-1234", "Telefone: 99912-3456", "zap 999123456",
    "cel 65 9912-3456",
    "(68)\u{A0}99912‑3456", "(68) 9\u{200B}9912-3456", "[66] 3468-1234", "(55) 3401-1234",
    "(65) 3401-1234/1235",
    "fone do coordenador da unidade: 3401-1234", "（６５）９９９１２－３４５６",
  ]) func `a telephone is found`(text: String) {
    #expect(kinds(text) == [.telephone], "\(text)")
  }

  @Test(arguments: ["898 0000 0004 3208", "898000000043208", "CNS 89800 00000 43208"])
  func `a Cartão SUS is found`(text: String) {
    #expect(kinds(text) == [.healthCard], "\(text)")
  }

  @Test func `a Cartão SUS made of a PIS has 000 or 001 before its last digit`() {
    #expect(kinds("120584725020018").isEmpty)
    let cards = (0...9).filter { kinds("12058472502000\($0)") == [.healthCard] }
    #expect(cards.count == 1)
    #expect((0...9).allSatisfy { kinds("12058472502010\($0)").isEmpty })
  }

  @Test func `all numbers of a text are found, each with its line and its place`() {
    let text = """
      Visita de 12/03/2024, processo 23000.012345/2018-11.
      Família: CPF 529.982.247-25, NIS 120.58472.50-2.\r
      Contato: (65) 99912-3456 ou tel. 3401-1234
      """
    let found = PersonalNumberFinder.numbers(in: text)
    #expect(found.map(\.kind) == [.cpf, .nis, .telephone, .telephone])
    #expect(found.map(\.line) == [2, 2, 3, 3])
    #expect(
      found.map { String(text[$0.range]) } == [
        "529.982.247-25", "120.58472.50-2", "65) 99912-3456", "3401-1234",
      ])
  }

  @Test func `lists of numbers are found, whatever stands between them`() {
    #expect(kinds("529.982.247-25/111.444.777-35") == [.cpf, .cpf])
    #expect(kinds("52998224725,11144477735;52998224725|11144477735") == [.cpf, .cpf, .cpf, .cpf])
    #expect(kinds("52998224725\n11144477735\r\n52998224725\u{2028}11144477735").count == 4)
  }

  @Test func `digits without form that may be something else are only possible`() {
    func certainty(_ text: String) -> PersonalNumber.Certainty? {
      PersonalNumberFinder.numbers(in: text).first?.certainty
    }
    #expect(certainty("12058472502") == .possible)
    #expect(certainty("NIS 12058472502") == .likely)
    #expect(certainty("120.58472.50-2") == .likely)
    #expect(certainty("6534011234") == .possible)
    #expect(certainty("65 3401 1234") == .possible)
    #expect(certainty("(65) 3401 1234") == .likely)
  }

  @Test func `every CPF is found in every usual form, between any words`() {
    var randomness = Numbers.Generator(seed: 1)
    let forms: [([Int], [String])] = [
      ([11], []), ([9, 2], ["-"]), ([3, 3, 3, 2], [".", ".", "-"]), ([3, 3, 3, 2], [" ", " ", " "]),
      ([3, 3, 3, 2], [".", ".", "\u{2011}"]), ([3, 3, 3, 2], ["\u{200B}", "\u{200B}", "\u{200B}"]),
    ]
    for _ in 0..<2_000 {
      let (cpf, form) = (Numbers.cpf(&randomness), forms.randomElement(using: &randomness)!)
      let written = Numbers.grouped(cpf, form.0, form.1)
      let text = "Em 2023, na visita 3: \(written) (conferir em 31/12/2023)"
      let found = PersonalNumberFinder.numbers(in: text)
      #expect(found.map { String(text[$0.range]) } == [written], "\(text)")
    }
  }

  @Test func `every NIS in its usual form is found`() {
    var randomness = Numbers.Generator(seed: 2)
    for _ in 0..<2_000 {
      let nis = Numbers.nis(&randomness)
      #expect(kinds(Numbers.grouped(nis, [3, 5, 2, 1], [".", ".", "-"])) == [.nis], "\(nis)")
      #expect(kinds("NIS \(nis)") == [.nis], "\(nis)")
    }
  }

  @Test func `no text makes it fall, and places lie inside the text in order`() {
    var randomness = Numbers.Generator(seed: 4)
    let pieces = [
      "5", "52998224725", "(65)", "+55", "-", ".", "/", ",", " ", "\u{A0}", "\u{200B}", "\n", "\r", "a", "xx",
      "CPF",
      "tel", "é", "e\u{301}", "٥", "😀", "0xx65", "99912", "3456", "\u{202E}", "\0", "120", "898", "(", ")",
      "247-25",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...40, using: &randomness)
      let text = (0..<count).map { _ in pieces.randomElement(using: &randomness)! }.joined()
      var last = text.startIndex
      for number in PersonalNumberFinder.numbers(in: text) {
        #expect(number.range.lowerBound >= last && number.range.upperBound <= text.endIndex)
        #expect(!text.unicodeScalars[number.range].isEmpty)
        last = number.range.upperBound
      }
    }
  }

  @Test func `the search stops at its limit, and not one before`() {
    let limit = PersonalNumberFinder.maximumNumbers
    let line = "529.982.247-25\n"
    #expect(PersonalNumberFinder.numbers(in: String(repeating: line, count: limit - 1)).count == limit - 1)
    #expect(PersonalNumberFinder.numbers(in: String(repeating: line, count: limit)).count == limit)
    #expect(PersonalNumberFinder.numbers(in: String(repeating: line, count: limit + 1)).count == limit)
  }

  /// In time that grows with the length only: a page waits for it.
  @Test(arguments: [
    "1", "12 ", "1.", "(65) ", "a", "ação ", "tel ", "٥", "é1", "1/", "65 3401-123 ", "\u{200B}",
  ])
  func `a hundred thousand characters are looked through quickly`(piece: String) {
    let text = String(String(repeating: piece, count: 100_000 / piece.count + 1).prefix(100_000))
    let clock = ContinuousClock()
    let time = clock.measure { _ = PersonalNumberFinder.numbers(in: text) }
    #expect(
      time < .seconds(5), "\(time); the limit is generous because tests run unoptimised and side by side")
  }
}
