extension Sentences {
  static let pages: [String: Sentence] = [
    "page.unknown": Sentence(
      title: "Esta página não existe",
      text: "O endereço pode ter sido copiado pela metade, ou a página mudou de lugar. Use o menu ou a busca."
    ),
    "page.tooLong": Sentence(
      title: "O pedido é grande demais",
      text: "Este formulário aceita só algumas letras. Volte e tente de novo."),
    "page.unreadable": Sentence(
      title: "O pedido não pôde ser entendido", text: "Volte à página anterior, recarregue-a e tente de novo."
    ),
    "page.foreign": Sentence(
      title: "O pedido veio de outro site",
      text:
        "Por segurança, só as páginas do próprio Prumo podem gravar. Abra a página pelo menu e tente de novo."
    ),
    "page.month": Sentence(
      title: "Este mês não existe", text: "Escreva o mês como 2023-12, ou escolha um da lista no painel."),
    "upload.notForm": Sentence(
      title: "O envio não veio do formulário",
      text:
        "O programa espera o arquivo no formulário de envio. Abra a página “Enviar um arquivo” e tente de novo.",
      link: again),
    "upload.noFile": Sentence(
      title: "Nenhum arquivo foi escolhido", text: "Escolha o arquivo no seu computador e envie de novo."),
    "upload.damagedForm": Sentence(
      title: "O envio chegou danificado",
      text: "A transmissão foi cortada ou alterada no caminho. Nada foi gravado; envie o arquivo de novo.",
      link: again),
    "upload.tooLarge": Sentence(
      title: "O arquivo é grande demais",
      text:
        "O limite é {limitBytes}. A folha nacional de um mês tem cerca de 2 GB; confira se é o arquivo certo.",
      link: again),
  ]
}
