import Testing
import Vocabulary

@Suite struct NameKeyTests {
  @Test(arguments: ["Água Boa", "ÁGUA BOA", "agua boa", "  Agua\u{A0}BOA ", "água-boa", "A\u{301}gua Boa"])
  func `spellings of one name have one key`(name: String) {
    #expect(NameKey(name).text == "agua boa")
  }

  @Test func `an apostrophe joins, as in the payments files`() {
    #expect(NameKey("Alta Floresta D'Oeste").text == "alta floresta doeste")
    #expect(NameKey("Pau d\u{2019}Arco").text == "pau darco")
  }

  @Test(arguments: ["", "   ", "--", "…", "漢字"])
  func `a name without letters has an empty key`(name: String) {
    #expect(NameKey(name).text.isEmpty)
  }

  @Test func `digits stay`() {
    #expect(NameKey(" 5100201 ").text == "5100201")
  }
}
