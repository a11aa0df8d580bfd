import Vocabulary

/// The part of a network address that belongs to one connection: an IPv4 address whole, of an IPv6 address the first 64
/// bits, for the rest of it is the customer's own to change at will.
public enum NetworkPrefix {
  private static let groups = 8
  private static let prefixGroups = 4

  /// Of anything that is no address, the text itself.
  public static func of(_ address: String) -> String {
    guard address.contains(":"), let groups = ipv6(address) else { return address }
    if groups.prefix(5).allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
      // IPv4 in IPv6's clothes (RFC 4291, section 2.5.5.2).
      return [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255].map { String($0) }
        .joined(separator: ".")
    }
    return groups.prefix(prefixGroups).map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }

  private static func ipv6(_ address: String) -> [Int]? {
    let text = address.prefix { $0 != "%" }
    guard let gap = text.firstRange(of: "::") else {
      guard let all = numbers(text), all.count == groups else { return nil }
      return all
    }
    guard let head = numbers(text[..<gap.lowerBound]), let tail = numbers(text[gap.upperBound...]),
      head.count + tail.count < groups
    else { return nil }
    return head + Array(repeating: 0, count: groups - head.count - tail.count) + tail
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    guard !text.isEmpty else { return [] }
    var numbers: [Int] = []
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      if part.contains(".") {
        let bytes = part.split(separator: ".", omittingEmptySubsequences: false).map {
          Digits.number($0) ?? 256
        }
        guard bytes.count == 4, bytes.allSatisfy({ $0 < 256 }) else { return nil }
        numbers += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
      } else {
        guard part.utf8.count <= 4, let number = Int(part, radix: 16), number >= 0 else { return nil }
        numbers.append(number)
      }
    }
    return numbers
  }
}
