extension Sentences {
  static let mail: [String: Sentence] = [
    "mail.address": Sentence(
      title: "Este endereço de e-mail não serve",
      text: "Use um endereço só, como ana@exemplo.gov.br, sem espaços nem acentos."),
    "mail.lineBreak": Sentence(
      title: "O texto tem uma quebra de linha",
      text: "O assunto e o nome ficam em uma linha só. Tire a quebra."),
    "mail.tooLong": Sentence(
      title: "O texto do e-mail é longo demais", text: "O limite é de {limit} letras. Encurte-o."),
    "mail.server": Sentence(
      title: "O servidor de e-mail está mal configurado",
      text: "O nome ou a porta não são válidos. Corrija a configuração e reinicie."),
    "mail.passwordInTheClear": Sentence(
      title: "A senha do e-mail iria sem criptografia",
      text: "Use startTLS ou tls na configuração do servidor de e-mail, ou tire o usuário e a senha."),
    "mail.unreachable": Sentence(
      title: "O servidor de e-mail não respondeu",
      text: "A mensagem não foi enviada. Confira o nome, a porta e o firewall, e tente de novo."),
    "mail.encryption": Sentence(
      title: "A conexão com o servidor de e-mail não é segura",
      text:
        "Ele não oferece a criptografia pedida, ou o certificado não pôde ser verificado. A mensagem não foi "
        + "enviada. Se a autoridade certificadora é própria, indique o arquivo dela na configuração."),
    "mail.certificateFile": Sentence(
      title: "O arquivo da autoridade certificadora não pôde ser lido",
      text: "Confira o caminho e se o arquivo está em formato PEM."),
    "mail.signInRefused": Sentence(
      title: "O servidor de e-mail recusou o usuário ou a senha",
      text: "A mensagem não foi enviada. Confira os dois na configuração."),
    "mail.refused": Sentence(
      title: "O servidor de e-mail recusou a mensagem",
      text: "Ele respondeu com o código {status}. Confira o remetente e o destinatário."),
  ]
}
