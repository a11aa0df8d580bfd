import Vocabulary

/// What the store keeps of a password: enough to recognise it, too little to know it. Everything here that hashes blocks
/// its thread for tens of milliseconds and takes megabytes: call it through a `PasswordGate`.
public enum PasswordHash {
  public static let saltByteCount = 16
  /// In code points, after normalisation.
  public static let longestPassword = PasswordText.longest
  static let hashByteCount = 32

  /// A stored hash that nobody of us wrote. It is not computed: its cost might be an attack of its own.
  public enum Fault: Error, Equatable {
    case unreadable
    case unbearableCost
  }

  /// The encoded form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. A salt belongs to one password alone.
  /// Throws `password.tooLong`.
  public static func make(
    _ password: String, salt: [UInt8], cost: PasswordCost = .standard
  ) throws -> String {
    try Argon2.encoded(hashByteCount, from: PasswordText(password).bytes, salt: salt, cost: cost)
  }

  /// No password longer than the limit was ever taken, so none matches. Throws `Fault` for a hash that is none.
  public static func matches(_ password: String, _ encoded: String) throws -> Bool {
    guard let cost = cost(of: encoded) else { throw Fault.unreadable }
    guard cost.isBearable else { throw Fault.unbearableCost }
    guard let text = try? PasswordText(password) else { return false }
    return try Argon2.matches(text.bytes, encoded)
  }

  /// Whether the password should be hashed anew at the next sign-in, while it is known.
  public static func isOutdated(_ encoded: String, cost wanted: PasswordCost = .standard) -> Bool {
    guard let cost = cost(of: encoded) else { return true }
    return cost.isBelow(wanted)
  }

  /// A hash that no password has, as costly as any other: it is asked when there is no such account, so that the time
  /// of the answer does not tell who has one.
  public static func decoy(cost: PasswordCost = .standard) -> String {
    let salt = String(repeating: "A", count: 22)
    let hash = String(repeating: "A", count: 43)
    return
      "$argon2id$v=19$m=\(cost.memoryKiB),t=\(cost.passes),p=\(cost.lanes)$\(salt)$\(hash)"
  }

  /// Nil for what `make` did not write.
  static func cost(of encoded: String) -> PasswordCost? {
    let parts = encoded.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19" else { return nil }
    let costs = parts[3].split(separator: ",", omittingEmptySubsequences: false)
    guard costs.count == 3, let memory = number(costs[0], after: "m="),
      let passes = number(costs[1], after: "t="), let lanes = number(costs[2], after: "p=")
    else { return nil }
    return PasswordCost(memoryKiB: memory, passes: passes, lanes: lanes)
  }

  private static func number(_ part: Substring, after name: String) -> Int? {
    guard part.hasPrefix(name), part.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
    else { return nil }
    return Int(part.dropFirst(name.count))
  }
}
