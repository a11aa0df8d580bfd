extension Sentences {
  static let demonstration: [String: Sentence] = [
    "demonstration.real": Sentence(
      title: "Este banco não está vazio",
      text:
        "Uma demonstração só começa em um banco vazio, e um banco de verdade nunca vira demonstração. Nada foi alterado. Indique outro em --database."
    ),
    "demonstration.notOne": Sentence(
      title: "Este banco não é uma demonstração",
      text: "Nada foi apagado nem gravado. Só um banco criado por prumo demo pode recomeçar por ele."),
  ]
}
