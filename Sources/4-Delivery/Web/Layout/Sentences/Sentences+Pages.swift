extension Sentences {
  static let pages: [String: Sentence] = [
    "page.unknown": Sentence(
      title: "Esta página não existe",
      text: "O endereço pode ter sido copiado pela metade, ou a página mudou de lugar. Use o menu ou a busca."
    ),
    "page.tooLong": Sentence(
      title: "O pedido é grande demais",
      text: "Este formulário aceita só algumas letras. Volte e tente de novo."),
    "page.addressTooLong": Sentence(
      title: "O endereço é longo demais",
      text: "Ele pode ter sido montado por engano por outro programa. Use o menu ou a busca."),
    "page.headersTooLarge": Sentence(
      title: "O navegador mandou informação demais",
      text: "O cabeçalho do pedido passa do limite. Apague os cookies deste site e tente de novo."),
    "page.tooSlow": Sentence(
      title: "O pedido demorou demais para chegar",
      text:
        "A conexão está lenta ou foi interrompida, e nada foi gravado. Confira a internet e tente de novo."),
    "page.tooManyConnections": Sentence(
      title: "Há conexões demais do seu endereço",
      text:
        "Feche as abas que não usa e tente de novo em alguns segundos. Se muitas pessoas usam a mesma rede, "
        + "peça a quem cuida do programa que aumente o limite."),
    "page.tooManyRequests": Sentence(
      title: "Há pedidos demais do seu endereço",
      text: "Espere os que estão em andamento terminarem e tente de novo em alguns segundos."),
    "page.full": Sentence(
      title: "O programa está cheio neste momento",
      text: "Muita gente o usa ao mesmo tempo. Tente de novo em alguns segundos; nada se perdeu."),
    "page.tooManyUploads": Sentence(
      title: "Outros arquivos estão sendo recebidos",
      text:
        "O programa recebe poucos arquivos ao mesmo tempo para que as páginas continuem rápidas. Tente de novo "
        + "em um minuto.", link: again),
    "page.otherHost": Sentence(
      title: "O endereço não é o do Prumo",
      text:
        "Este formulário foi enviado por outro nome do servidor. Abra o Prumo pelo endereço de sempre e tente "
        + "de novo."),
    "page.ending": Sentence(
      title: "O programa está sendo reiniciado", text: "Tente de novo em alguns segundos; nada se perdeu."),
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
    "upload.otherType": Sentence(
      title: "Este tipo de arquivo não é aceito",
      text:
        "O navegador disse que é {type}. O Prumo lê CSV, ZIP e GeoJSON; envie o arquivo como foi baixado.",
      link: again),
    "upload.typeMismatch": Sentence(
      title: "O arquivo não é o que diz ser",
      text:
        "O nome e o conteúdo não combinam: um é de ZIP e o outro não. O download pode ter falhado, ou o arquivo "
        + "foi renomeado; baixe-o de novo e envie.", link: again),
    "upload.tooLarge": Sentence(
      title: "O arquivo é grande demais",
      text:
        "O limite é {limitBytes}. A folha nacional de um mês tem cerca de 2 GB; confira se é o arquivo certo.",
      link: again),
  ]
}
