import Foundation

/// Finding bytes in bytes, at the speed of the system's own search.
enum ByteSearch {
  /// Where `needle` first begins in `bytes`.
  static func first(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { hay in
      needle.withUnsafeBytes { needle in
        guard let start = hay.baseAddress, let sought = needle.baseAddress else { return nil }
        var offset = 0
        while hay.count - offset >= needle.count {
          let places = hay.count - offset - needle.count + 1
          guard let found = memchr(start + offset, Int32(needle[0]), places) else { return nil }
          offset = UnsafeRawPointer(found) - start
          if memcmp(found, sought, needle.count) == 0 { return bytes.startIndex + offset }
          offset += 1
        }
        return nil
      }
    }
  }

  /// How many of the last bytes may be the beginning of `whole`, which more bytes would complete.
  static func longestEnd(of bytes: ArraySlice<UInt8>, thatBegins whole: [UInt8]) -> Int {
    for length in stride(from: min(whole.count - 1, bytes.count), to: 0, by: -1)
    where whole.starts(with: bytes.suffix(length)) {
      return length
    }
    return 0
  }
}
