import Testing
import Transfers

@Suite struct EncryptionTests {
  private let limits = TransferLimits(
    connectMilliseconds: 20_000, totalMilliseconds: 60_000, maximumAnswerBytes: 1_000)

  @Test func `a certificate that nobody vouches for is refused`() async throws {
    try await Peer.serve(TestCertificate()) { peer in
      await #expect(throws: TransferFailure.encryption) {
        try await send(WebRequest(peer.address("/bytes/5")), limits: limits)
      }
    }
  }

  @Test func `a certificate of another authority is refused`() async throws {
    try await Peer.serve(TestCertificate()) { peer in
      try await TestCertificate().withFile { file in
        await #expect(throws: TransferFailure.encryption) {
          try await send(WebRequest(peer.address("/bytes/5"), certificateFile: file), limits: limits)
        }
      }
    }
  }

  @Test func `a certificate for another name is refused`() async throws {
    let certificate = try TestCertificate(names: ["exemplo.gov.br"], addresses: [])
    try await Peer.serve(certificate) { peer in
      try await certificate.withFile { file in
        await #expect(throws: TransferFailure.encryption) {
          try await send(WebRequest(peer.address("/bytes/5"), certificateFile: file), limits: limits)
        }
      }
    }
  }

  @Test func `a certificate that has ended is refused`() async throws {
    let certificate = try TestCertificate(until: "001231235959Z")
    try await Peer.serve(certificate) { peer in
      try await certificate.withFile { file in
        await #expect(throws: TransferFailure.encryption) {
          try await send(WebRequest(peer.address("/bytes/5"), certificateFile: file), limits: limits)
        }
      }
    }
  }

  @Test func `a server that speaks in the clear where encryption is asked for is refused`() async throws {
    try await Peer.serve { peer in
      let encrypted = try #require(WebAddress("https://127.0.0.1:\(peer.port)/bytes/5"))
      await #expect(throws: TransferFailure.encryption) {
        try await send(WebRequest(encrypted), limits: limits)
      }
    }
  }

  @Test func `a certificate file that is not there is named as the reason`() async throws {
    try await Peer.serve(TestCertificate()) { peer in
      await #expect(throws: TransferFailure.certificateFile) {
        try await send(
          WebRequest(peer.address("/bytes/5"), certificateFile: "/nowhere/to/be/found.pem"), limits: limits)
      }
    }
  }

  @Test func `a private authority is trusted when its file is given`() async throws {
    let certificate = try TestCertificate(names: ["localhost"])
    try await Peer.serve(certificate) { peer in
      try await certificate.withFile { file in
        for host in ["127.0.0.1", "localhost"] {
          let answer = try await send(
            WebRequest(peer.address("/bytes/5", host: host), certificateFile: file), limits: limits)
          #expect(answer.body.count == 5)
        }
      }
    }
  }
}
