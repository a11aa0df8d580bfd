extension Sentences {
  static let privacy: [String: Sentence] = [
    "privacy.endlessTerm": Sentence(
      title: "Um prazo sem fim não apaga nada",
      text: "{subject}: o que é guardado para sempre tem o resultado “kept”. Corrija o catálogo e reinicie."),
    "privacy.termWithoutOutcome": Sentence(
      title: "Falta dizer o que acontece no fim do prazo",
      text: "{subject}: quem tem prazo é apagado ou anonimizado no fim dele. Corrija o catálogo e reinicie."),
    "privacy.repeatedRetention": Sentence(
      title: "A tabela de prazos repete um assunto",
      text: "{subject} aparece duas vezes. Corrija o catálogo e reinicie."),
    "privacy.missingRetention": Sentence(
      title: "Falta um assunto na tabela de prazos",
      text: "{subject} não está no catálogo. Corrija-o e reinicie."),
    "privacy.repeatedRecord": Sentence(
      title: "O registro de operações repete uma chave",
      text: "{record} aparece duas vezes. Corrija o catálogo e reinicie."),
    "privacy.unknownRecord": Sentence(
      title: "Uma tabela cita um registro que não existe",
      text: "{table} cita {record}, que não está no registro de operações. Corrija o catálogo e reinicie."),
    "privacy.repeatedTable": Sentence(
      title: "A lista de tabelas repete uma tabela",
      text: "{table} aparece duas vezes. Corrija o catálogo e reinicie."),
    "privacy.unusedRetention": Sentence(
      title: "Um prazo não pertence a nenhum registro",
      text: "{subject} tem prazo, e nenhum registro de operações fala dele. Corrija o catálogo e reinicie."),
  ]
}
