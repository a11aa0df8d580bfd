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
    "privacy.kindMissing": Sentence(
      title: "Falta dizer o que você quer", text: "Escolha entre informação, correção e eliminação."),
    "privacy.outcomeMissing": Sentence(
      title: "Falta o resultado", text: "Escolha se o pedido foi atendido, atendido em parte ou não atendido."
    ),
    "privacy.textMissing": Sentence(
      title: "Falta o texto", text: "Escreva em poucas palavras o que pede ou o que responde."),
    "privacy.textTooLong": Sentence(
      title: "O texto é longo demais", text: "Cabem até {most} caracteres. Encurte o texto e envie de novo."),
    "privacy.tooManyOpen": Sentence(
      title: "Há pedidos demais esperando resposta",
      text:
        "Uma pessoa pode ter até {most} pedidos abertos ao mesmo tempo. Espere a resposta de um deles, ou desista "
        + "de um, para fazer outro.", link: Anchor(label: "Ver meus pedidos", href: "/conta/dados")),
    "privacy.unknownRequest": Sentence(
      title: "Este pedido não existe",
      text: "O pedido não foi encontrado, ou é de uma pessoa que não está no seu território."),
    "privacy.alreadyEnded": Sentence(
      title: "Este pedido já terminou",
      text: "Ele foi respondido, ou quem pediu desistiu. Recarregue a página para ver como ficou."),
    "privacy.ownRequest": Sentence(
      title: "O pedido é seu",
      text: "Ninguém responde ao próprio pedido. Peça a outro administrador que o responda."),
    "privacy.accountStillOpen": Sentence(
      title: "A conta ainda está aberta",
      text:
        "Aceitar a eliminação apaga o nome e o e-mail, e a pessoa não entra mais. Encerre a conta em Pessoas e "
        + "volte para responder."),
    "privacy.retentionRunning": Sentence(
      title: "Uma limpeza já está em andamento",
      text: "Duas limpezas não andam ao mesmo tempo. Acompanhe a que começou; ela costuma levar segundos."),
    "text.looksPersonal": Sentence(
      title: "O texto parece conter o número de uma pessoa",
      text:
        "CPF, NIS, cartão do SUS e telefone de pessoas não devem ficar em textos. Retire o número, ou marque "
        + "“Enviar assim mesmo” se não é o que parece."),
  ]
}
