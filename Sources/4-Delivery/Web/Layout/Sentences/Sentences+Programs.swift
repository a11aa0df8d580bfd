extension Sentences {
  static let programs: [String: Sentence] = [
    "backup.fileExists": Sentence(
      title: "O arquivo da cópia já existe",
      text: "{file} não foi alterado. Escolha outro nome, ou mova o que existe."),
    "restore.fileMissing": Sentence(
      title: "A cópia não foi encontrada", text: "Não há arquivo em {file}. Confira o caminho."),
    "restore.passphraseNeeded": Sentence(
      title: "A cópia está cifrada",
      text: "{file} só se abre com a frase secreta com que foi feita: indique-a em --passphrase-file."),
    "restore.notEmpty": Sentence(
      title: "O banco de destino não está vazio",
      text: "Trazer uma cópia por cima misturaria dois bancos. Indique em --database um banco novo."),
    "restore.otherVersion": Sentence(
      title: "A cópia é de outra versão do programa",
      text:
        "Nada foi alterado. Traga-a com a versão que a fez e, depois, abra o banco com esta, que o atualiza."),
    "settings.fileMissing": Sentence(
      title: "O arquivo de configurações não foi lido", text: "Não há {file}, ou o programa não pode lê-lo."),
    "settings.unreadable": Sentence(
      title: "O arquivo de configurações não foi entendido",
      text: "{file}, linha {line}: espera-se um nome, dois-pontos e um valor em cada linha, em YAML."),
    "settings.unknown": Sentence(
      title: "Configuração desconhecida",
      text: "{key} ({place}) não existe. Veja as que existem com prumo settings."),
    "settings.mistyped": Sentence(
      title: "Configuração desconhecida",
      text: "{key} ({place}) não existe. O nome mais parecido é {nearest}."),
    "settings.twice": Sentence(
      title: "Configuração repetida", text: "{key} ({place}) aparece duas vezes. Deixe uma só."),
    "settings.wrongType": Sentence(
      title: "Configuração com valor errado", text: "{key} ({place}) aceita: {allowed}."),
    "settings.alone": Sentence(
      title: "Falta uma configuração", text: "{key} só vale junto com {other}: defina as duas ou nenhuma."),
    "settings.secretMissing": Sentence(
      title: "O arquivo do segredo não foi lido",
      text: "{key} ({place}) está em {file}, que não existe ou que o programa não pode ler."),
    "settings.shortSecret": Sentence(
      title: "Segredo curto demais", text: "{key} precisa de pelo menos {count} letras."),
    "settings.providerField": Sentence(
      title: "Provedor de identidade incompleto",
      text: "Em openid_providers ({place}), o campo {field} falta ou não serve."),
    "settings.unknownField": Sentence(
      title: "Campo desconhecido",
      text: "Em openid_providers ({place}), {field} não existe. Os campos são: {names}."),
    "settings.everyoneTrusted": Sentence(
      title: "Todo mundo seria proxy de confiança",
      text:
        "trusted_proxies não pode ter {network}: qualquer um diria de que endereço vem. Ponha só os seus proxies."
    ),
    "settings.plainBesideTLS": Sentence(
      title: "Configurações que se contradizem",
      text: "public_address é {address}, sem cifra, e tls_certificate atende só com cifra. Use https://."),
    "settings.certificate": Sentence(
      title: "O certificado não pôde ser usado",
      text:
        "Confira {certificate} e {keyFile}: os dois em PEM, legíveis pelo programa, e a chave do próprio certificado."
    ),
  ]
}
