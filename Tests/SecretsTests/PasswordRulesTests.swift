import Foundation
import Testing
import Vocabulary

@testable import Secrets

@Suite struct PasswordRulesTests {
  private static let carried =
    (try? String(
      contentsOf: projectRoot.appending(path: "Catalogue/access/common-passwords.txt"), encoding: .utf8))
    ?? ""
  private let rules = PasswordRules(commonPasswords: Self.carried)

  private func refused(
    _ password: String, email: String = "celia.ramos@exemplo.gov.br", name: String = "Célia Ramos"
  )
    -> String?
  {
    do {
      try rules.check(password, email: email, name: name)
      return nil
    } catch { return error.rule }
  }

  @Test func `nine characters are too few and ten are not`() {
    #expect(refused("zk8 wq3xv") == "password.tooShort")
    #expect(refused("zk8 wq3xvm") == nil)
    #expect(refused("") == "password.tooShort")
  }

  @Test func `an accent of its own makes no password longer`() {
    #expect(refused("zk8wq3xve\u{301}") == "password.tooShort")
    #expect(refused("zk8wq3xv👩‍👩‍👧") == nil)
  }

  @Test func `201 characters are too many and 200 are not`() {
    let longest = String("zk8 wq3xvm pt6 ".cycled(to: PasswordRules.longest))
    #expect(refused(longest) == nil)
    #expect(refused(longest + "z") == "password.tooLong")
    #expect(refused(String(repeating: "e\u{301}", count: 500)) == "password.tooLong")
  }

  @Test(arguments: [
    "celia.ramos@exemplo.gov.br", "Celia.Ramos 77!", "xw-CELIA-9241", "xwcélia9241", "c3l14 kwq zu",
    "ramos kwq zu 9",
    "R@m0s kwq zu",
  ])
  func `what holds a part of one's own name or address is refused`(password: String) {
    #expect(refused(password) == "password.likeYourself")
  }

  @Test func `parts of a name shorter than four letters do not matter`() {
    #expect(refused("kwq ana zu 92", email: "ana@exemplo.gov.br", name: "Ana Sá") == nil)
    #expect(
      refused("kwq anas zu 92", email: "anas@exemplo.gov.br", name: "Ana Sá") == "password.likeYourself")
  }

  @Test(arguments: [
    "aaaaaaaaaa", "----------", "          ", "abababababab", "1234567890", "0987654321", "abcdefghij",
    "qwertyuiop",
    "POIUYTREWQ", "asdfghjklç", "1q2w3e4r5t", "1qaz2wsx3edc", "123456qwerty", "112233445566",
    "12-34-56-78-90",
    "abcabcabcabc", "1234567ab9", "qwe123asd456", "01/02/1980 31/12", "(65) 99912-8734", "65999998888",
    "11144477735", "!@#$%&*()!",
  ])
  func `a sequence, a repetition or a number one knows by heart is refused`(password: String) {
    #expect(refused(password) == "password.pattern")
  }

  @Test func `a number of sixteen digits is a pattern and one of seventeen is not`() {
    #expect(refused("8305716294730586") == "password.pattern")
    #expect(refused("83057162947305861") == nil)
  }

  @Test(arguments: [
    "senha12345", "Senha@2024", "$3nh4#2025", "senhasenha", "minhasenha", "mudar12345", "Mudar@123456",
    "brasil2026",
    "Br4s1l!2026", "bolsafamilia", "BolsaFamília2024", "cras2024!!", "CRAS 2024 2025", "cadunico2024",
    "prefeitura1", "assistencia social", "Assistência-Social.2024", "flamengo1981", "Corinthians!",
    "vaicorinthians",
    "palmeiras#1", "Cuiabá@2024", "varzea grande", "rondonopolis10", "riobranco2024", "mato_grosso_2025",
    "jesuscristo", "deusefiel7", "euteamo2020", "maria.eduarda", "joaopedro10", "2024fernanda", "P@ssw0rd123",
    "iloveyou!!!", "password2024", "prumo2026!", "qwerty829471",
  ])
  func `what guessers try first is refused however it is dressed`(password: String) {
    #expect(refused(password, email: "bento@exemplo.gov.br", name: "Bento") == "password.common")
  }

  @Test(arguments: [
    "cavalo janela trovão", "quatro jabutis sobem", "zk8wq3xvmp", "o ônibus das 7 não veio",
    "пять жёлтых коров",
    "tijolo-nuvem-sanfona", "8kV2 Rw9t Lq",
  ])
  func `what nobody would guess is taken`(password: String) {
    #expect(refused(password) == nil)
  }

  @Test func `the first refusal comes first`() {
    #expect(refused("celia") == "password.tooShort")
    #expect(refused("celiaaaaaaaa") == "password.likeYourself")
    #expect(refused("aaaaaaaaaaaa") == "password.pattern")
  }

  @Test func `a word of three letters is not looked for, one of four is`() {
    let few = CommonPasswords("amo\namor\n")
    #expect(!few.contain(PasswordSpelling("amo8371946")))
    #expect(few.contain(PasswordSpelling("amor8371946")))
    #expect(few.contain(PasswordSpelling("4m0r 8371946")))
    #expect(!CommonPasswords("").contain(PasswordSpelling("amor")))
    #expect(!few.contain(PasswordSpelling("")))
  }

  @Test func `the list is plain, sorted by bytes and found from its first entry to its last`() {
    let entries = Self.carried.split(separator: "\n")
    #expect(entries.count > 30_000)
    #expect(Self.carried.utf8.count < 400_000 && Self.carried.hasSuffix("\n"))
    #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let common = CommonPasswords(Self.carried)
    for entry in entries {
      let spelling = PasswordSpelling(String(entry))
      let isPlain = spelling.bytes == Array(entry.utf8)
      let fits = (CommonPasswords.shortest...CommonPasswords.longest).contains(spelling.bytes.count)
      if !isPlain || !fits || !common.contain(spelling) { Issue.record("\(entry)") }
    }
  }
}

extension String {
  /// The text again and again, until it has `count` characters.
  fileprivate func cycled(to count: Int) -> Substring {
    String(repeating: self, count: count / self.count + 1).prefix(count)
  }
}
