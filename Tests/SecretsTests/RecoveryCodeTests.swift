import Testing

@testable import Secrets

@Suite struct RecoveryCodeTests {
  @Test(arguments: [
    "", "7K4M-2QXR-9TD", "7K4M-2QXR-9TDFA", "7K4M-2QXR-9TDU", "7K4M_2QXR_9TDF", "ÇK4M-2QXR-9TD",
  ])
  func `what is no recovery code is refused`(typed: String) {
    #expect(RecoveryCodes.fingerprint(of: typed) == nil)
  }

  @Test func `ten codes in three groups of four, all different`() {
    var randomness = Counting()
    let codes = RecoveryCodes.new(using: &randomness)
    #expect(codes.count == 10 && Set(codes).count == 10)
    for code in codes {
      #expect(code.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/) != nil)
    }
  }

  @Test func `a code has at least fifty bits`() {
    #expect(RecoveryCodes.symbols * 5 >= 50)
  }

  @Test(arguments: ["7k4m-2qxr-90d1", "7K4M2QXR90D1", " 7K4M 2QXR 90D1 ", "7K4M-2QXR-9ODI", "7k4m-2qxr-9odl"])
  func `case, dashes, spaces and lookalikes do not matter`(typed: String) {
    #expect(RecoveryCodes.fingerprint(of: typed) == RecoveryCodes.fingerprint(of: "7K4M-2QXR-90D1"))
    #expect(RecoveryCodes.fingerprint(of: typed) == SecretToken.fingerprint(of: "7K4M2QXR90D1"))
  }
}
