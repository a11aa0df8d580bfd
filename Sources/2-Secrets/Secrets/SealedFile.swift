import Vocabulary

/// A file under a passphrase, for backups: AES-256-GCM in chunks (`SealedChunks`), the key by Argon2id, in constant
/// memory. Blocks: call it on a thread of its own.
public enum SealedFile {
  /// In code points. A file can be guessed at anywhere and for years, so that it takes more than a password.
  public static let shortestPassphrase = 12

  /// Writes a new file that only its owner may read, to the disk; on a refusal or fault there is none. Throws
  /// `backup.weakPassphrase`, `password.tooLong`, `backup.fileExists` and `backup.inputOutput`.
  public static func seal(
    from source: String, to target: String, passphrase: String, cost: PasswordCost = .file,
    using randomness: inout some RandomNumberGenerator
  ) throws {
    let text = try PasswordText(passphrase)
    guard text.count >= shortestPassphrase else {
      throw Problem.invalid(rule: "backup.weakPassphrase", ["limit": String(shortestPassphrase)])
    }
    let header = SealedFileHeader.new(cost: cost, using: &randomness)
    let input = try InputFile(source)
    try OutputFile.create(target) { output in
      let keys = try header.keys(passphrase: text)
      try output.write(header.bytes(keys))
      try SealedChunks(keys.chunks, noncePrefix: header.noncePrefix).seal(input, into: output)
    }
  }

  /// The way back, with the same promises. Throws `backup.notSealed`, `restore.otherVersion`, `backup.wrongPassphrase`,
  /// `backup.damaged`, `backup.fileExists` and `backup.inputOutput`.
  public static func open(from source: String, to target: String, passphrase: String) throws {
    let input = try InputFile(source)
    let (header, mark) = try SealedFileHeader.read(from: input)
    // What cannot be a passphrase is a wrong one.
    guard let text = try? PasswordText(passphrase) else {
      throw Problem.invalid(rule: "backup.wrongPassphrase")
    }
    let keys = try header.keys(passphrase: text)
    guard ConstantTime.areEqual(header.mark(keys), mark) else {
      throw Problem.invalid(rule: "backup.wrongPassphrase")
    }
    try OutputFile.create(target) { output in
      try SealedChunks(keys.chunks, noncePrefix: header.noncePrefix).open(input, into: output)
    }
  }

  /// Whether it begins as a sealed file does. Throws `backup.inputOutput`.
  public static func isSealed(_ path: String) throws -> Bool {
    try InputFile(path).read(SealedFileHeader.magic.count) == SealedFileHeader.magic
  }
}
