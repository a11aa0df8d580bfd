extension Sentences {
  private static let trail = Anchor(label: "Ver a trilha", href: "/trilha")

  static let audit: [String: Sentence] = [
    "trail.headUnreadable": Sentence(
      title: "A ponta da trilha não pôde ser lida",
      text: "Ela tem a forma NÚMERO:HASH, como prumo check a escreve: o número do registro, dois pontos e 64 "
        + "dígitos hexadecimais. Copie a linha inteira e tente de novo."),
    "trail.unknown": Sentence(
      title: "Este registro da trilha não existe",
      text: "Ou ele é de um lugar que não faz parte do seu acesso. Confira o número.", link: trail),
    "trail.personUnknown": Sentence(
      title: "Ninguém com esse nome",
      text: "Não há pessoa no seu território cujo nome comece assim. Confira a grafia; acentos não importam."),
    "trail.placeUnknown": Sentence(
      title: "Esse lugar não foi encontrado",
      text: "Escreva o nome de um estado ou de um município do seu território, ou o código do IBGE."),
    "trail.textTooLong": Sentence(
      title: "O texto do filtro é longo demais", text: "Cada campo aceita até {limit} letras. Encurte-o."),
    "trail.dayUnreadable": Sentence(
      title: "Esse dia não existe", text: "Escolha um dia do calendário, ou deixe o campo em branco."),
    "trail.daysReversed": Sentence(
      title: "O último dia vem antes do primeiro",
      text: "Troque os dois dias, ou deixe um deles em branco."),
    "trail.tooManyToExport": Sentence(
      title: "São registros demais para um arquivo",
      text:
        "O filtro alcança {count} registros, e um arquivo leva até {limit}. Escolha menos dias e baixe em "
        + "partes.", link: trail),
  ]
}
