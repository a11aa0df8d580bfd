extension Sentences {
  static let loads: [String: Sentence] = [
    "load.unknown": Sentence(
      title: "Carga não encontrada",
      text: "Nenhuma carga tem este número. Ela pode ter sido enviada a outra instalação do programa.",
      link: Anchor(label: "Ver todas as cargas", href: "/cargas")),
    "load.cancelled": Sentence(
      title: "A leitura foi cancelada",
      text: "Nada deste arquivo foi gravado; os números de antes continuam valendo.",
      link: again),
    "load.notReading": Sentence(
      title: "Esta carga já terminou",
      text: "Só é possível cancelar enquanto o arquivo é lido. Veja o resultado na página da carga.",
      link: Anchor(label: "Ver todas as cargas", href: "/cargas")),
  ]

  static let files: [String: Sentence] = [
    "extract.cancelled": Sentence(title: "A leitura foi cancelada", text: "Nada deste arquivo foi gravado."),
    "extract.io": Sentence(
      title: "O arquivo parou de chegar",
      text:
        "A leitura falhou no meio ({reason}). Nada foi gravado. Confira o disco ou a conexão e envie de novo.",
      link: again),
    "extract.directory": Sentence(
      title: "Isto é uma pasta", text: "Escolha o arquivo CSV ou ZIP dentro dela.", link: again),
    "extract.notRegularFile": Sentence(
      title: "Isto não é um arquivo comum", text: "Copie o conteúdo para um arquivo e envie esse.",
      link: again),
    "extract.emptyFile": Sentence(
      title: "O arquivo está vazio",
      text: "Ele tem 0 byte: o download deve ter falhado. Baixe-o de novo no Portal da Transparência.",
      link: again),
    "extract.foreignContent": Sentence(
      title: "O arquivo é de outro tipo",
      text:
        "Isto é {content}, e não uma folha de pagamentos. Envie o CSV ou o ZIP como foi baixado do Portal da "
        + "Transparência.", link: again),
    "extract.tooLarge": Sentence(
      title: "O arquivo é grande demais",
      text:
        "O limite é {limitBytes}. A folha nacional de um mês tem cerca de 2 GB; confira se é o arquivo certo.",
      link: again),
    "extract.fileChanged": Sentence(
      title: "O arquivo mudou durante a leitura",
      text:
        "Eram {expectedBytes} e chegaram {foundBytes}. Nada foi gravado; espere o download terminar e envie de novo.",
      link: again),
    "extract.utf16": Sentence(
      title: "O arquivo está em UTF-16",
      text:
        "Foi salvo de novo por outro programa. Envie o arquivo como foi baixado, sem abri-lo em planilha.",
      link: again),
    "extract.missingHeader": Sentence(
      title: "Falta a linha de cabeçalho",
      text:
        "A primeira linha tem {columns} valores em vez dos nomes das colunas. Envie o arquivo como foi baixado.",
      link: again),
    "extract.unknownHeader": Sentence(
      title: "O cabeçalho não é de um arquivo de pagamentos conhecido",
      text: "O mais parecido é {programme}, mas faltam as colunas: {missing}. Colunas reconhecidas: {found}; "
        + "outras: {unknown}. Confira se é a folha de pagamentos.", link: again),
    "extract.duplicateColumn": Sentence(
      title: "Uma coluna aparece duas vezes",
      text:
        "A coluna {column} está repetida no cabeçalho, e não há como saber qual vale. Envie o arquivo original.",
      link: again),
    "extract.otherProgramme": Sentence(
      title: "O arquivo é de outro programa",
      text: "É um arquivo de {programme}. O Prumo lê os de Bolsa Família e Auxílio Brasil.", link: again),
    "extract.noRows": Sentence(
      title: "O arquivo só tem o cabeçalho", text: "Não há nenhuma linha de pagamento. Baixe-o de novo.",
      link: again),
    "extract.nothingAccepted": Sentence(
      title: "Nenhuma linha pôde ser lida",
      text:
        "Das {rows} linhas, todas foram recusadas ({reasons}). O arquivo deve ter sido alterado; envie o original.",
      link: again),
    "extract.twoPayrollMonths": Sentence(
      title: "O arquivo mistura meses de folha",
      text:
        "Há linhas de {months}, com {rows} linhas; começam nas linhas {firstLines}. Cada folha precisa de um arquivo.",
      link: again),
    "extract.truncatedZip": Sentence(
      title: "O ZIP está cortado", text: "O download não terminou. Baixe o arquivo de novo e envie.",
      link: again),
    "extract.damagedZip": Sentence(
      title: "O ZIP está danificado", text: "Não foi possível abri-lo. Baixe o arquivo de novo e envie.",
      link: again),
    "extract.zipChecksum": Sentence(
      title: "O conteúdo do ZIP não confere",
      text: "A soma de verificação é outra: algo se perdeu no caminho. Baixe o arquivo de novo.", link: again),
    "extract.zipEncrypted": Sentence(
      title: "O ZIP tem senha", text: "Descompacte o arquivo e envie o CSV de dentro.", link: again),
    "extract.zipMethod": Sentence(
      title: "O ZIP usa uma compressão que o programa não lê",
      text: "Método {method}. Descompacte o arquivo e envie o CSV de dentro.", link: again),
    "extract.zipNested": Sentence(
      title: "Há um ZIP dentro do ZIP", text: "Descompacte o de fora e envie o de dentro.", link: again),
    "extract.zipBomb": Sentence(
      title: "O ZIP se expande demais",
      text:
        "O conteúdo passaria de {limitBytes}, o que nenhum arquivo de pagamentos faz. A leitura parou por segurança.",
      link: again),
    "extract.zipTooManyMembers": Sentence(
      title: "O ZIP tem arquivos demais", text: "O limite é de {limit}. Envie só o CSV de pagamentos.",
      link: again),
    "extract.zipWithoutExtract": Sentence(
      title: "O ZIP não tem arquivo de pagamentos",
      text: "Nenhum arquivo de dentro tem um cabeçalho conhecido. Confira se é o ZIP certo.", link: again),
    "extract.zipSeveralExtracts": Sentence(
      title: "O ZIP tem mais de uma folha", text: "Descompacte-o e envie um arquivo de cada vez.", link: again
    ),
  ]

  static let outlines: [String: Sentence] = [
    "boundaries.notGeoJSON": Sentence(
      title: "O arquivo não é um GeoJSON",
      text:
        "Ele começa como JSON, mas não traz uma lista de contornos (FeatureCollection). Exporte-o de novo.",
      link: again),
    "boundaries.noneKnown": Sentence(
      title: "Nenhum contorno tem código de município",
      text:
        "Cada contorno precisa do código IBGE de 7 dígitos em suas propriedades, como CD_MUN ou geocodigo.",
      link: again),
    "boundaries.projected": Sentence(
      title: "As coordenadas não são graus",
      text:
        "Os contornos estão em metros ou outra projeção. Exporte-os em latitude e longitude (SIRGAS 2000 ou WGS 84).",
      link: again),
    "boundaries.tooLarge": Sentence(
      title: "O arquivo de contornos é grande demais",
      text: "O limite é {limit} MB. Use contornos simplificados, que desenham o mesmo mapa.", link: again),
  ]
}
