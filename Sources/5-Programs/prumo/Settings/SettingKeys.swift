/// Every setting there is. `prumo settings` prints this list, and docs/manual/ti/configurar.md repeats it; a test compares them.
enum SettingKeys {
  static let all: [SettingKey] = network + store + people + watching

  static func named(_ name: String) -> SettingKey? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  private static let network: [SettingKey] = [
    SettingKey(
      "host", .text, standard: "127.0.0.1",
      "Endereço desta máquina em que o programa atende. 0.0.0.0 atende em todos; use-o só com TLS ou atrás de um proxy."
    ),
    SettingKey("port", .whole(0...65_535), standard: "8080", "Porta em que atende; 0 escolhe uma livre."),
    SettingKey(
      "public_address", .publicAddress,
      "Endereço que as pessoas digitam, como https://prumo.exemplo.gov.br. Vai nos links enviados por e-mail; "
        + "quem chega por outro nome é levado a este."),
    SettingKey(
      "trusted_proxies", .networks,
      "Proxies cujos cabeçalhos X-Forwarded-For, X-Forwarded-Proto, X-Forwarded-Host e X-Request-ID valem. "
        + "De qualquer outro endereço eles são ignorados."),
    SettingKey(
      "tls_certificate", .file,
      "Certificado em PEM, com os intermediários, para atender em HTTPS sem proxy. O sinal HUP relê o arquivo."
    ),
    SettingKey("tls_key", .file, "Chave do certificado, em PEM, legível só pelo programa."),
    SettingKey(
      "connections", .whole(16...65_536), standard: "2048",
      "Conexões abertas ao mesmo tempo; além delas o programa responde que está cheio."),
    SettingKey(
      "connections_per_address", .whole(4...65_536), standard: "256",
      "Conexões ao mesmo tempo de um só endereço, que pode ser o de uma repartição inteira. Não vale para os proxies "
        + "de trusted_proxies."),
    SettingKey(
      "upload_limit", .bytes(1_000_000...100_000_000_000), standard: "12 GB",
      "Maior arquivo que pode ser enviado pelo navegador."),
    SettingKey(
      "uploads_at_once", .whole(1...64), standard: "4",
      "Arquivos recebidos ao mesmo tempo; quem enviar mais um é convidado a esperar."),
    SettingKey(
      "shutdown_seconds", .whole(1...600), standard: "20",
      "Ao parar, quanto tempo os pedidos em andamento têm para terminar."),
  ]

  private static let store: [SettingKey] = [
    SettingKey(
      "database", .text, standard: "sqlite:prumo.db", isSecret: true,
      "Onde ficam os dados: sqlite:CAMINHO ou postgres://usuario@servidor/banco. A senha do PostgreSQL pode ficar "
        + "neste endereço ou, melhor, no arquivo .pgpass."),
    SettingKey(
      "database_connections", .whole(1...64), standard: "4",
      "Conexões com o PostgreSQL; uma delas grava. Não vale para SQLite."),
    SettingKey(
      "installation_key", .text, isSecret: true,
      "Chave que cifra os segundos fatores e as cartas por enviar, a mesma em todos os nós. Sem ela o programa cria uma e a "
        + "guarda no banco; definida antes da primeira vez, uma cópia do banco sozinha não os abre. Crie com prumo "
        + "settings --new-key."),
    SettingKey(
      "backup_passphrase", .text, isSecret: true,
      "Frase secreta com que prumo backup cifra a cópia e prumo restore a abre. Sem ela a cópia não pode ser aberta: "
        + "guarde-a fora do servidor."),
  ]

  private static let people: [SettingKey] = [
    SettingKey("home", .state, standard: "MT", "Estado que o painel abre primeiro."),
    SettingKey(
      "organisation", .text,
      "Órgão que responde pelos dados (o controlador, na LGPD), como Secretaria de Estado de Assistência Social."
    ),
    SettingKey(
      "data_protection_officer", .text,
      "Nome do encarregado pelo tratamento de dados pessoais (LGPD, art. 41)."),
    SettingKey(
      "data_protection_contact", .text,
      "Como falar com o encarregado: e-mail, telefone ou endereço de página."),
    SettingKey(
      "mail_server", .text,
      "Servidor que envia os e-mails, como smtp.exemplo.gov.br:587. Sem ele os convites são mostrados ao administrador, "
        + "para que os entregue. Precisa de public_address."),
    SettingKey(
      "mail_security", .choice(["starttls", "tls", "none"]), standard: "starttls",
      "Como a conversa com o servidor de e-mail é cifrada; none só com um servidor desta mesma máquina."),
    SettingKey("mail_from", .text, "Remetente dos e-mails, como Prumo <nao-responda@exemplo.gov.br>."),
    SettingKey("mail_user", .text, "Usuário no servidor de e-mail, se ele pede."),
    SettingKey("mail_password", .text, isSecret: true, "Senha no servidor de e-mail."),
    SettingKey(
      "mail_certificate", .file,
      "Certificados em PEM em que confiar no lugar dos do sistema, se o servidor de e-mail usa os do próprio órgão."
    ),
    SettingKey(
      "openid_providers", .identityProviders,
      "Provedores de identidade com que se pode entrar, como o gov.br."),
  ]

  private static let watching: [SettingKey] = [
    SettingKey(
      "log_level", .choice(["debug", "info", "notice", "warning", "error"]), standard: "info",
      "A partir de que gravidade o programa escreve no registro; info inclui uma linha por pedido."),
    SettingKey(
      "log_format", .choice(["text", "json"]), standard: "text",
      "text para ler; json para um programa que junta registros."),
    SettingKey(
      "metrics_token", .text, isSecret: true,
      "Senha com que o Prometheus busca /metrics de outra máquina (Authorization: Bearer). Sem ela só esta máquina pode."
    ),
  ]
}
