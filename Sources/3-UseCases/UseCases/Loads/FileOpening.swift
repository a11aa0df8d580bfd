import Extracts
import Foundation
import Vocabulary

/// A first look at a file: outlines begin with a brace, everything else is a table or a ZIP of one.
struct FileOpening {
  enum Content {
    case outlines
    case table
  }

  let content: Content
  /// The source to read on from: a stream gives its first bytes once more.
  let source: ExtractSource

  private static let lookedAt = 256

  static func look(at source: ExtractSource) throws -> Self {
    switch source {
    case .file(let path):
      // What cannot be opened is told by the reader, which knows why.
      guard let handle = FileHandle(forReadingAtPath: path) else {
        return Self(content: .table, source: source)
      }
      defer { try? handle.close() }
      let head = (try? handle.read(upToCount: lookedAt)) ?? Data()
      return Self(content: content(of: head), source: source)
    case .stream(let stream, let name, let expectedBytes):
      var head = [UInt8](repeating: 0, count: lookedAt)
      var filled = 0
      while filled < lookedAt {
        let count = try head.withUnsafeMutableBytes { bytes in
          try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
        }
        if count == 0 { break }
        filled += count
      }
      let kept = Array(head.prefix(filled))
      return Self(
        content: content(of: kept),
        source: .stream(HeadedStream(head: kept, rest: stream), name: name, expectedBytes: expectedBytes))
    }
  }

  private static func content(of head: some Collection<UInt8>) -> Content {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = head.starts(with: byteOrderMark) ? Array(head.dropFirst(3)) : Array(head)
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    return text.first { !blanks.contains($0) } == UInt8(ascii: "{") ? .outlines : .table
  }
}

extension ExtractSource {
  /// The file's own name, without its folder.
  var name: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .stream(_, let name, _): name
    }
  }

  var expectedBytes: Int64? {
    switch self {
    case .file(let path):
      ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.int64Value
    case .stream(_, _, let expectedBytes): expectedBytes
    }
  }
}

/// A stream whose first bytes were looked at already.
private final class HeadedStream: ByteStream {
  private let head: Synchronized<ArraySlice<UInt8>>
  private let rest: any ByteStream

  init(head: [UInt8], rest: any ByteStream) {
    self.head = Synchronized(head[...])
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let fromHead = head.with { head in
      let count = min(head.count, buffer.count)
      buffer.copyBytes(from: head.prefix(count))
      head = head.dropFirst(count)
      return count
    }
    return fromHead > 0 ? fromHead : try rest.read(into: buffer)
  }
}
