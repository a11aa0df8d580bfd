extension Sentences {
  static let people: [String: Sentence] = [
    "role.placeMissing": Sentence(
      title: "Escolha o lugar", text: "Um papel sempre vale em algum lugar. Escolha onde, e envie de novo."),
    "role.unitUnreadable": Sentence(
      title: "O número da unidade tem {digits} algarismos",
      text: "É o do CadSUAS, sem pontos nem traços. Confira-o e envie de novo."),
    "page.dayUnreadable": Sentence(
      title: "Esta data não existe ou não pôde ser lida",
      text: "Escreva o dia como 31/12/2026, ou deixe o campo vazio se ele for opcional."),
    "person.reasonMissing": Sentence(
      title: "Diga o motivo", text: "Uma frase basta, como “saiu do cargo”. Ela fica na trilha."),
    "person.reasonTooLong": Sentence(
      title: "O motivo é longo demais", text: "Cabem {limit} letras. Encurte-o e envie de novo."),
  ]
}
