import Extracts
import Testing
import Vocabulary

@testable import Web

@Suite struct SentenceTests {
  @Test(arguments: ExtractFailure.rules)
  func `every way a file is refused has its sentence`(rule: String) {
    #expect(Sentences.table[rule] != nil)
  }

  @Test(arguments: RejectReason.allCases)
  func `every reason for a rejected row has its words`(reason: RejectReason) {
    #expect(Sentences.reason(reason.rawValue) != reason.rawValue)
  }

  @Test(arguments: [
    ExtractWarning.ufMismatch(rows: 3), .truncatedLastLine(line: 1_234), .bomRemoved,
    .nulBytesRemoved(count: 2),
    .unusualDelimiter(.comma), .readAsUTF8,
  ])
  func `every warning has its words`(warning: ExtractWarning) {
    let words = Sentences.warning(warning.rule, warning.details)
    #expect(words != warning.rule && !words.contains("{") && !words.contains("…"))
  }

  @Test(arguments: Sentences.table.keys.sorted())
  func `a sentence ends in a full stop and its title does not`(rule: String) throws {
    let sentence = try #require(Sentences.table[rule])
    #expect(sentence.text.hasSuffix("."))
    #expect(!sentence.title.hasSuffix("."))
  }

  @Test func `details are told as people read them`() {
    let failure = ExtractFailure.fileChanged(expectedBytes: 2_100_000, foundBytes: 1_000)
    let sentence = Sentences.of(.invalid(rule: failure.rule, failure.details))
    #expect(sentence.text.contains("Eram 2,1\u{00A0}MB e chegaram 1\u{00A0}KB"))
    let rejected = ExtractFailure.nothingAccepted(rows: 1_066, rejections: [.value: 1_000, .nis: 66])
    #expect(Sentences.of(.invalid(rule: rejected.rule, rejected.details)).text.contains("NIS ilegível: 66"))
  }

  @Test func `a detail that looks like a placeholder stays a detail`() {
    #expect(Sentences.fill("a {x} b {y}", ["x": "{y}", "y": "{x}"]) == "a {y} b {x}")
    #expect(Sentences.fill("a {x", [:]) == "a {x")
  }

  @Test func `a rule without a sentence still tells what to do`() {
    #expect(Sentences.of(.conflict(rule: "a.b")).text.contains("a.b"))
  }
}
