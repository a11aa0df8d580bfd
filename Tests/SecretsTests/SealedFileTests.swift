import Foundation
import Testing
import Vocabulary

@testable import Secrets

@Suite struct SealedFileTests {
  private static let chunk = SealedChunks.chunkByteCount
  private static let headerBytes = 71
  private static let sealedChunk = chunk + 16
  private static let passphrase = "doze jabutis sobem a serra"

  /// Bytes that differ from chunk to chunk.
  private static func content(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / chunk) }
  }

  private static func seal(_ content: [UInt8], in folder: String) throws -> String {
    let (plain, sealed) = (folder + "/plain", folder + "/sealed")
    try Data(content).write(to: URL(filePath: plain))
    var randomness = Counting()
    try SealedFile.seal(from: plain, to: sealed, passphrase: passphrase, cost: .tests, using: &randomness)
    return sealed
  }

  private static func open(_ bytes: [UInt8], in folder: String, passphrase: String = passphrase) throws
    -> [UInt8]
  {
    let (sealed, opened) = (folder + "/received", folder + "/opened")
    try Data(bytes).write(to: URL(filePath: sealed))
    do {
      try SealedFile.open(from: sealed, to: opened, passphrase: passphrase)
    } catch {
      #expect(!FileManager.default.fileExists(atPath: opened), "what did not open must leave nothing")
      throw error
    }
    return [UInt8](try Data(contentsOf: URL(filePath: opened)))
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  @Test func `a passphrase of eleven characters is refused, one of twelve is not`() throws {
    try withFolder { folder in
      try Data([1]).write(to: URL(filePath: folder + "/plain"))
      var randomness = Counting()
      #expect(throws: Problem.invalid(rule: "backup.weakPassphrase", ["limit": "12"])) {
        try SealedFile.seal(
          from: folder + "/plain", to: folder + "/sealed", passphrase: "onze letras", cost: .tests,
          using: &randomness)
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/sealed"))
      try SealedFile.seal(
        from: folder + "/plain", to: folder + "/sealed", passphrase: "doze letras!", cost: .tests,
        using: &randomness)
    }
  }

  @Test func `a file that is there already is left alone`() throws {
    try withFolder { folder in
      let sealed = try Self.seal([1, 2, 3], in: folder)
      let before = try Self.bytes(sealed)
      #expect(throws: Problem.conflict(rule: "backup.fileExists", ["file": sealed])) {
        _ = try Self.seal([4], in: folder)
      }
      #expect(try Self.bytes(sealed) == before)
    }
  }

  @Test func `a source that cannot be read makes no file`() throws {
    try withFolder { folder in
      var randomness = Counting()
      for (source, reason) in [("/nada", "ENOENT"), ("", "EISDIR")] {
        #expect(throws: Problem.invalid(rule: "backup.inputOutput", ["reason": reason])) {
          try SealedFile.seal(
            from: folder + source, to: folder + "/sealed", passphrase: Self.passphrase, cost: .tests,
            using: &randomness)
        }
        #expect(!FileManager.default.fileExists(atPath: folder + "/sealed"))
      }
    }
  }

  @Test(arguments: [
    "", "doze jabutis sobem a serr", "Doze jabutis sobem a serra", String(repeating: "a", count: 201),
  ])
  func `another passphrase is refused`(other: String) throws {
    try withFolder { folder in
      let sealed = try Self.bytes(try Self.seal([1, 2, 3], in: folder))
      #expect(
        try refusal { _ = try Self.open(sealed, in: folder, passphrase: other) } == "backup.wrongPassphrase")
    }
  }

  @Test func `a file that is not sealed is refused`() throws {
    try withFolder { folder in
      for bytes in [[], Array("SQLite format 3\0".utf8), Array("PRUMOSE".utf8)] {
        #expect(try refusal { _ = try Self.open(bytes, in: folder) } == "backup.notSealed")
        let isSealed = try SealedFile.isSealed(folder + "/received")
        #expect(!isSealed)
      }
    }
  }

  @Test func `a file of a later version is refused as one`() throws {
    try withFolder { folder in
      var sealed = try Self.bytes(try Self.seal([1, 2, 3], in: folder))
      sealed[8] = 2
      #expect(try refusal { _ = try Self.open(sealed, in: folder) } == "restore.otherVersion")
    }
  }

  @Test func `a header that asks for an absurd cost is refused before it is paid`() throws {
    try withFolder { folder in
      let sealed = try Self.bytes(try Self.seal([1, 2, 3], in: folder))
      for (index, value) in [(9, 17), (9, 0), (10, 1), (12, 1), (15, 7)] as [(Int, UInt8)] {
        var changed = sealed
        changed[index] = value
        #expect(try refusal { _ = try Self.open(changed, in: folder) } == "backup.damaged")
      }
    }
  }

  @Test func `a header cut short is damage, and one changed opens with no passphrase`() throws {
    try withFolder { folder in
      let sealed = try Self.bytes(try Self.seal([1, 2, 3], in: folder))
      for length in [9, 16, 32, Self.headerBytes - 1] {
        #expect(
          try refusal { _ = try Self.open(Array(sealed.prefix(length)), in: folder) } == "backup.damaged")
      }
      for index in [11, 16, 31, 32, 38, 39, Self.headerBytes - 1] {
        var changed = sealed
        changed[index] ^= 2
        #expect(try refusal { _ = try Self.open(changed, in: folder) } == "backup.wrongPassphrase")
      }
    }
  }

  @Test func `a file cut anywhere is damaged, also between two chunks`() throws {
    try withFolder { folder in
      let sealed = try Self.bytes(try Self.seal(Self.content(3 * Self.chunk), in: folder))
      let (start, step) = (Self.headerBytes, Self.sealedChunk)
      #expect(sealed.count == start + 3 * step)
      for length in [
        start, start + 1, start + 15, start + 16, start + step - 1, start + step, start + step + 1,
        start + 2 * step, start + 3 * step - 1,
      ] {
        #expect(
          try refusal { _ = try Self.open(Array(sealed.prefix(length)), in: folder) } == "backup.damaged")
      }
    }
  }

  @Test func `a byte changed in any chunk, or added at the end, is damage`() throws {
    try withFolder { folder in
      let sealed = try Self.bytes(try Self.seal(Self.content(2 * Self.chunk + 5), in: folder))
      for index in [Self.headerBytes, Self.headerBytes + Self.chunk, sealed.count - 17, sealed.count - 1] {
        var changed = sealed
        changed[index] ^= 128
        #expect(try refusal { _ = try Self.open(changed, in: folder) } == "backup.damaged")
      }
      for end in [[0], [UInt8](repeating: 0, count: Self.sealedChunk)] {
        #expect(try refusal { _ = try Self.open(sealed + end, in: folder) } == "backup.damaged")
      }
    }
  }

  @Test func `chunks that change places, come twice or come from another file are damage`() throws {
    try withFolder { folder in
      let sealed = try Self.bytes(try Self.seal(Self.content(3 * Self.chunk), in: folder))
      let header = Array(sealed.prefix(Self.headerBytes))
      let chunks = (0..<3).map { number in
        Array(sealed[(Self.headerBytes + number * Self.sealedChunk)...].prefix(Self.sealedChunk))
      }
      for order in [[1, 0, 2], [0, 0, 2], [0, 2], [1, 2], [0, 1, 2, 2]] {
        let changed = header + order.flatMap { chunks[$0] }
        #expect(try refusal { _ = try Self.open(changed, in: folder) } == "backup.damaged")
      }
    }
  }

  @Test(arguments: [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 17])
  func `what was sealed comes back`(count: Int) throws {
    try withFolder { folder in
      let content = Self.content(count)
      let sealed = try Self.seal(content, in: folder)
      #expect(try SealedFile.isSealed(sealed))
      #expect(try Self.open(Self.bytes(sealed), in: folder) == content)
      let chunks = max(1, (count + Self.chunk - 1) / Self.chunk)
      #expect(try Self.bytes(sealed).count == Self.headerBytes + count + 16 * chunks)
    }
  }

  @Test func `sealed and opened files belong to their owner alone`() throws {
    try withFolder { folder in
      let sealed = try Self.seal([1, 2, 3], in: folder)
      _ = try Self.open(Self.bytes(sealed), in: folder)
      for path in [sealed, folder + "/opened"] {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
      }
    }
  }

  @Test func `the same file sealed twice shows nothing in common`() throws {
    try withFolder { folder in
      try Data(Self.content(100)).write(to: URL(filePath: folder + "/plain"))
      var randomness = Counting()
      for target in ["/one", "/other"] {
        try SealedFile.seal(
          from: folder + "/plain", to: folder + target, passphrase: Self.passphrase, cost: .tests,
          using: &randomness)
      }
      let (one, other) = (try Self.bytes(folder + "/one"), try Self.bytes(folder + "/other"))
      #expect(one.prefix(16) == other.prefix(16))
      #expect(one[16..<32] != other[16..<32] && one[Self.headerBytes...] != other[Self.headerBytes...])
    }
  }
}
