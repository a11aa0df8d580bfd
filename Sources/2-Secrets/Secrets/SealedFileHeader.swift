import Crypto
import Vocabulary

/// What stands before the chunks, in the clear: how the key is made of the passphrase, and a mark by which a wrong
/// passphrase is told from a damaged file. Numbers are big-endian:
///
///     magic 8 | version 1 | lanes 1 | passes 2 | memory in KiB 4 | salt 16 | nonce prefix 7 | HMAC-SHA256 of these 32
struct SealedFileHeader {
  static let magic = Array("PRUMOSEL".utf8)
  private static let version: UInt8 = 1
  private static let costByteCount = 7
  private static let saltByteCount = 16
  private static let keyByteCount = 32
  private static let markByteCount = 32

  let cost: PasswordCost
  let salt: [UInt8]
  /// New in every file, as the salt, and hence the key, is: no nonce is ever used twice with one key.
  let noncePrefix: [UInt8]

  struct Keys {
    let header: SymmetricKey
    let chunks: SymmetricKey
  }

  static func new(cost: PasswordCost, using randomness: inout some RandomNumberGenerator) -> Self {
    Self(
      cost: cost, salt: RandomBytes.make(saltByteCount, using: &randomness),
      noncePrefix: RandomBytes.make(SealedChunks.prefixByteCount, using: &randomness))
  }

  func keys(passphrase: PasswordText) throws -> Keys {
    let bytes = try Argon2.key(2 * Self.keyByteCount, from: passphrase.bytes, salt: salt, cost: cost)
    return Keys(
      header: SymmetricKey(data: bytes.prefix(Self.keyByteCount)),
      chunks: SymmetricKey(data: bytes.suffix(Self.keyByteCount)))
  }

  func bytes(_ keys: Keys) -> [UInt8] { unmarked + mark(keys) }

  func mark(_ keys: Keys) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: unmarked, using: keys.header))
  }

  private var unmarked: [UInt8] {
    let memory = withUnsafeBytes(of: UInt32(cost.memoryKiB).bigEndian) { Array($0) }
    let passes = withUnsafeBytes(of: UInt16(cost.passes).bigEndian) { Array($0) }
    return Self.magic + [Self.version, UInt8(cost.lanes)] + passes + memory + salt + noncePrefix
  }

  static func read(from input: InputFile) throws -> (header: Self, mark: [UInt8]) {
    guard try input.read(magic.count) == magic else { throw Problem.invalid(rule: "backup.notSealed") }
    guard try input.read(1) == [version] else { throw Problem.invalid(rule: "restore.otherVersion") }
    let numbers = try input.read(costByteCount)
    let salt = try input.read(saltByteCount)
    let prefix = try input.read(SealedChunks.prefixByteCount)
    let mark = try input.read(markByteCount)
    guard mark.count == markByteCount else { throw Problem.invalid(rule: "backup.damaged") }
    func number(_ range: Range<Int>) -> Int { numbers[range].reduce(0) { $0 << 8 | Int($1) } }
    let cost = PasswordCost(memoryKiB: number(3..<7), passes: number(1..<3), lanes: number(0..<1))
    // Before it is paid: a damaged number must not take the machine.
    guard cost.isBearable else { throw Problem.invalid(rule: "backup.damaged") }
    return (Self(cost: cost, salt: salt, noncePrefix: prefix), mark)
  }
}
