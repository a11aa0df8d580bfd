import ArgumentParser
import Foundation
import SQLStore
import UseCases

/// The way back in when no administrator is left who could help.
struct OpenAccount: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account-link",
    abstract: "Faz um endereço com que uma pessoa volta a entrar na sua conta.",
    discussion: """
      Para quando nenhum administrador pode ajudar: o último perdeu a senha ou o celular. Quem está no servidor já pode
      tudo; o que fizer aqui fica na trilha de auditoria.

        prumo account-link ana@exemplo.gov.br
        prumo account-link ana@exemplo.gov.br --reset-second-factor
      """)

  @Argument(help: ArgumentHelp("O e-mail da conta.", valueName: "e-mail")) var email: String
  @Flag(help: "Retira também o segundo fator; a pessoa o ativa de novo ao entrar.") var resetSecondFactor =
    false
  @Option(help: ArgumentHelp("Com que o endereço começa.", valueName: "endereço")) var address =
    "http://127.0.0.1:8080"
  @OptionGroup var database: DatabaseOption

  func run() async throws {
    try await Ending.guarding {
      let prumo = try await database.openAsItIs()
      let path = try await prumo.openAccount(
        of: email, resettingSecondFactor: resetSecondFactor, by: .commandLine)
      print(address + path)
      Ending.say("Entregue este endereço só à própria pessoa. Ele serve uma vez; uma nova senha, por 1 hora.")
      try prumo.store.close()
    }
  }
}
