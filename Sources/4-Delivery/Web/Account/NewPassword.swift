import UseCases
import Vocabulary

/// A new password as it is typed: twice, because nobody sees what was typed.
struct NewPassword: Sendable {
  let password: String
  private let repeated: String

  init(_ form: FormText) {
    password = form["senha"] ?? ""
    repeated = form["repetida"] ?? ""
  }

  /// Throws `password.notRepeated`.
  func checked() throws(Problem) -> String {
    guard password == repeated else { throw .invalid(field: "repetida", rule: "password.notRepeated") }
    return password
  }

  /// The rules stand there before anything is typed.
  static func fields(_ problem: Problem?) -> [FormField] {
    [
      FormField(
        "senha", "Senha nova",
        hint:
          "Pelo menos \(Prumo.shortestPassword) letras, números ou espaços. Três ou quatro palavras que só você "
          + "juntaria servem bem. Não use o seu nome, datas, sequências nem senhas conhecidas.",
        type: "password", autocomplete: "new-password", problem: problem),
      FormField(
        "repetida", "A mesma senha, de novo", type: "password", autocomplete: "new-password", problem: problem
      ),
    ]
  }
}
