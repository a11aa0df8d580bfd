/// Bytes from the randomness handed in; secrets are only as good as it is.
public enum RandomBytes {
  public static func make(_ count: Int, using randomness: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: randomness.next()) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.prefix(count))
  }
}
