import Vocabulary

/// The two fields of a new password, the same on every page that has them.
enum NewPassword {
  static let name = "nova"
  static let repeated = "repita"

  static func fields(_ problem: Problem?, label: String = "Senha") -> [TextField] {
    [
      TextField(
        .password, name, label: label,
        hint:
          "Pelo menos 10 caracteres. Uma frase de quatro palavras é fácil de lembrar e difícil de adivinhar.",
        autocomplete: "new-password", problem: problem),
      TextField(
        .password, repeated, label: "Repita a senha", autocomplete: "new-password", problem: problem),
    ]
  }

  /// Throws `password.different`.
  static func chosen(in form: FormText) throws(Problem) -> String {
    let password = form[name] ?? ""
    guard password == form[repeated] ?? "" else {
      throw .invalid(field: repeated, rule: "password.different")
    }
    return password
  }

  /// The rules of passwords know their field by another name.
  static func told(_ problem: Problem) -> Problem {
    guard problem.field == "password" else { return problem }
    return .invalid(field: name, rule: problem.rule, problem.details)
  }
}
