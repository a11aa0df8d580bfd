import ArgumentParser

@main
struct PrumoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prumo",
    abstract: "Monitoramento da assistência social: dos números aos problemas, planos, visitas e soluções.",
    discussion: """
      Comece por:
        prumo serve                            abre o painel em http://127.0.0.1:8080
        prumo load 202312_NovoBolsaFamilia.zip carrega um arquivo de pagamentos como o Portal o publica
        prumo figures --indicator pbf.families --territory 5100201 --period 2023-12
        prumo explain --indicator pbf.families --territory 5100201 --period 2023-12
        prumo demo --database sqlite:demo.db   prepara um banco de demonstração, com pessoas inventadas

      O banco de dados é escolhido por --database, pela variável PRUMO_DATABASE ou no arquivo de configurações:
        sqlite:CAMINHO                         um arquivo (o padrão é sqlite:prumo.db)
        postgres://usuario@servidor/banco      um servidor PostgreSQL

      Códigos de saída: 0 certo · 64 uso · 65 dados recusados · 70 defeito · 74 leitura ou gravação ·
      78 configuração.
      """,
    subcommands: [
      Serve.self, LoadFiles.self, Figures.self, Explain.self, Check.self, Backup.self, Restore.self,
      OpenAccount.self, Demo.self, ShowSettings.self, ListRoutes.self,
    ])
}
