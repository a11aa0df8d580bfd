import CArgon2

/// The library's own word for what went wrong. Always a defect: every argument was checked before.
struct Argon2Fault: Error, CustomStringConvertible {
  let description: String

  init(_ code: Int32) {
    description = "argon2: " + (argon2_error_message(code).map { String(cString: $0) } ?? "code \(code)")
  }
}

/// Argon2id, version 19. Source: RFC 9106.
enum Argon2 {
  /// `count` bytes of key. Blocks for as long as `cost` says.
  static func key(_ count: Int, from password: [UInt8], salt: [UInt8], cost: PasswordCost) throws -> [UInt8] {
    var key = [UInt8](repeating: 0, count: count)
    let code = argon2id_hash_raw(
      UInt32(cost.passes), UInt32(cost.memoryKiB), UInt32(cost.lanes), password, password.count, salt,
      salt.count, &key, count)
    guard code == ARGON2_OK.rawValue else { throw Argon2Fault(code) }
    return key
  }

  /// `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. Blocks for as long as `cost` says.
  static func encoded(_ count: Int, from password: [UInt8], salt: [UInt8], cost: PasswordCost) throws
    -> String
  {
    let length = argon2_encodedlen(
      UInt32(cost.passes), UInt32(cost.memoryKiB), UInt32(cost.lanes), UInt32(salt.count), UInt32(count),
      Argon2_id)
    var text = [CChar](repeating: 0, count: length)
    let code = argon2id_hash_encoded(
      UInt32(cost.passes), UInt32(cost.memoryKiB), UInt32(cost.lanes), password, password.count, salt,
      salt.count, count, &text, length)
    guard code == ARGON2_OK.rawValue else { throw Argon2Fault(code) }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Blocks for as long as the cost that `encoded` names: look at it first.
  static func matches(_ password: [UInt8], _ encoded: String) throws -> Bool {
    let code = argon2id_verify(encoded, password, password.count)
    if code == ARGON2_VERIFY_MISMATCH.rawValue { return false }
    guard code == ARGON2_OK.rawValue else { throw Argon2Fault(code) }
    return true
  }
}
