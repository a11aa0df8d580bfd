import Crypto
import Vocabulary

/// The body of a sealed file: chunks of 64 KiB, each sealed on its own under a nonce of prefix, number and whether it is
/// the last. A chunk that is missing, moved, cut or changed is found, and nothing of it was given out.
/// Source: Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and its Nonce-Reuse
/// Misuse-Resistance", 2015 (STREAM).
struct SealedChunks {
  static let chunkByteCount = 64 << 10
  static let prefixByteCount = 7
  private static let tagByteCount = 16

  private let key: SymmetricKey
  private let noncePrefix: [UInt8]

  init(_ key: SymmetricKey, noncePrefix: [UInt8]) {
    self.key = key
    self.noncePrefix = noncePrefix
  }

  func seal(_ input: InputFile, into output: OutputFile) throws {
    try walk(input, Self.chunkByteCount) { chunk, nonce in
      let box = try AES.GCM.seal(chunk, using: key, nonce: nonce)
      try output.write(Array(box.ciphertext))
      try output.write(Array(box.tag))
    }
  }

  /// Throws `backup.damaged`.
  func open(_ input: InputFile, into output: OutputFile) throws {
    try walk(input, Self.chunkByteCount + Self.tagByteCount) { chunk, nonce in
      guard chunk.count >= Self.tagByteCount,
        let box = try? AES.GCM.SealedBox(
          nonce: nonce, ciphertext: chunk.dropLast(Self.tagByteCount), tag: chunk.suffix(Self.tagByteCount)),
        let plain = try? AES.GCM.open(box, using: key)
      else { throw Problem.invalid(rule: "backup.damaged") }
      try output.write(Array(plain))
    }
  }

  /// Reads one chunk ahead, as only the end of the file tells which is the last. An empty file has one empty chunk.
  private func walk(_ input: InputFile, _ size: Int, _ body: ([UInt8], AES.GCM.Nonce) throws -> Void) throws {
    var chunk = try input.read(size)
    var number: UInt32 = 0
    while true {
      let next = chunk.count == size ? try input.read(size) : []
      try body(chunk, nonce(number, isLast: next.isEmpty))
      guard !next.isEmpty else { return }
      // 256 TiB: a number that came back would use a nonce twice.
      guard number < .max else { throw Problem.invalid(rule: "backup.inputOutput", ["reason": "EFBIG"]) }
      number += 1
      chunk = next
    }
  }

  private func nonce(_ number: UInt32, isLast: Bool) throws -> AES.GCM.Nonce {
    let counter = withUnsafeBytes(of: number.bigEndian) { Array($0) }
    return try AES.GCM.Nonce(data: noncePrefix + counter + [isLast ? 1 : 0])
  }
}
