extension Sentences {
  static let audit: [String: Sentence] = [
    "trail.headUnreadable": Sentence(
      title: "A ponta da trilha não pôde ser lida",
      text: "Ela tem a forma NÚMERO:HASH, como prumo check a escreve: o número do registro, dois pontos e 64 "
        + "dígitos hexadecimais. Copie a linha inteira e tente de novo.")
  ]
}
