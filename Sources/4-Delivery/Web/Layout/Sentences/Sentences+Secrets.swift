extension Sentences {
  static let secrets: [String: Sentence] = [
    "password.tooShort": Sentence(
      title: "A senha é curta demais",
      text: "Ela precisa de pelo menos {limit} caracteres, porque as curtas são descobertas por tentativa. "
        + "Três ou quatro palavras que só você juntaria são fáceis de lembrar e difíceis de adivinhar."),
    "password.tooLong": Sentence(
      title: "A senha é longa demais",
      text: "O limite é de {limit} caracteres. Encurte a frase; ela continua segura."),
    "password.likeYourself": Sentence(
      title: "A senha se parece com você",
      text: "Ela contém uma parte do seu nome ou do seu e-mail, e é por aí que as tentativas começam. "
        + "Escolha palavras que não falem de você."),
    "password.pattern": Sentence(
      title: "A senha é uma sequência",
      text:
        "Caracteres repetidos, teclas vizinhas, datas, telefones e CPF estão entre as primeiras tentativas. "
        + "Escolha três ou quatro palavras que só você juntaria."),
    "password.common": Sentence(
      title: "A senha está entre as mais usadas",
      text:
        "Ela, ou a palavra dentro dela, está nas listas de senhas já vazadas; números e símbolos em volta não "
        + "ajudam. Escolha três ou quatro palavras que só você juntaria."),
    "password.notRepeated": Sentence(
      title: "As duas senhas não são iguais",
      text: "Uma das duas tem um erro de digitação. Digite a mesma nos dois campos."),
    "signIn.busy": Sentence(
      title: "Há entradas demais neste momento",
      text: "O programa confere poucas senhas de cada vez, para que o trabalho dos outros não pare. "
        + "Espere alguns segundos e tente de novo."),
    "secret.otherKey": Sentence(
      title: "Um segredo guardado não pôde ser aberto",
      text:
        "A chave desta instalação não é a que o guardou; ela pode ter sido trocada ou faltar depois de uma "
        + "restauração. Peça a quem cuida do servidor que devolva o arquivo da chave de antes."),
    "backup.weakPassphrase": Sentence(
      title: "A frase da cópia é curta demais",
      text: "Quem tiver o arquivo pode tentar adivinhá-la por anos. Use pelo menos {limit} caracteres, como "
        + "cinco ou seis palavras, e guarde-a longe do arquivo."),
    "backup.wrongPassphrase": Sentence(
      title: "A frase não abre esta cópia",
      text: "A frase é outra, ou o começo do arquivo foi alterado. Nada foi gravado; confira maiúsculas, "
        + "acentos e espaços e tente de novo."),
    "backup.damaged": Sentence(
      title: "A cópia está danificada",
      text:
        "O arquivo foi cortado ou alterado depois de feito, e por isso nada foi gravado. Use outra cópia, ou "
        + "traga esta de novo do lugar onde foi guardada."),
    "backup.notSealed": Sentence(
      title: "Esta cópia não tem frase",
      text:
        "O arquivo não é uma cópia protegida do Prumo. Confira se é o arquivo certo, ou traga-o sem frase."),
    "backup.inputOutput": Sentence(
      title: "Um arquivo não pôde ser lido ou gravado",
      text:
        "O sistema respondeu {reason}, e nada ficou pela metade. Confira o caminho, as permissões e o espaço "
        + "no disco e tente de novo."),
    "qrCode.tooLong": Sentence(
      title: "O texto não cabe em um código QR legível",
      text: "O limite é de {limit} letras, para que a câmera do celular o leia também no papel. "
        + "Use um endereço mais curto."),
  ]
}
