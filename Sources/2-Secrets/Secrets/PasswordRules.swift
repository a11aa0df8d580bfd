import Foundation
public import Vocabulary

/// What a new password must not be. Length and a list of what guessers try first, and no rules of composition: those only
/// make people write `Senha@2024`. Source: NIST SP 800-63B, section 5.1.1.2 (revision 3) and 3.1.1.2 (revision 4).
public struct PasswordRules: Sendable {
  /// In code points, after normalisation.
  public static let shortest = 10
  public static let longest = PasswordText.longest
  /// Shorter parts of a name stand in too many words by chance.
  static let shortestNameWord = 4

  private let common: CommonPasswords

  /// The text of `Catalogue/access/common-passwords.txt`: one password a line, in plain lower case, sorted by bytes.
  public init(commonPasswords text: String) {
    common = CommonPasswords(text)
  }

  /// Throws the first that applies of `password.tooShort`, `password.tooLong`, `password.likeYourself`,
  /// `password.pattern` and `password.common`. Takes about a millisecond.
  public func check(_ password: String, email: String, name: String) throws(Problem) {
    let text = try PasswordText(password)
    guard text.count >= Self.shortest else {
      throw refusal("password.tooShort", ["limit": String(Self.shortest)])
    }
    let spelling = PasswordSpelling(text.normalised)
    guard !isLike(email: email, name: name, spelling) else { throw refusal("password.likeYourself") }
    guard !KeyboardWalks.isPattern(spelling.bytes) else { throw refusal("password.pattern") }
    guard !common.contain(spelling) else { throw refusal("password.common") }
  }

  private func refusal(_ rule: String, _ details: [String: String] = [:]) -> Problem {
    .invalid(field: "senha", rule: rule, details)
  }

  /// Whether it holds the part of the address before the @, a part of that part, or a word of the name.
  private func isLike(email: String, name: String, _ spelling: PasswordSpelling) -> Bool {
    let local = email.prefix { $0 != "@" }
    let words =
      [String(local)] + (local.split { !$0.isLetter } + name.split { !$0.isLetter }).map(String.init)
    return words.lazy.map { PasswordSpelling($0).bytes }
      .contains { word in
        word.count >= Self.shortestNameWord
          && spelling.readings.contains { $0.firstRange(of: word) != nil }
      }
  }
}
