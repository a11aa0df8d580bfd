import Foundation
import Synchronization

/// What a source holds, told from its first bytes.
public enum SourceKind: Sendable {
  /// A GeoJSON begins with a brace.
  case outlines
  /// Everything else is a table, or a ZIP of one; its reader says what is wrong with it.
  case table
}

/// A first look at a source, and the source to read on from: a stream gives its first bytes once more.
public func lookAt(_ source: ExtractSource) throws(ExtractFailure) -> (
  kind: SourceKind, source: ExtractSource
) {
  let lookedAt = 256
  let input = try RawInput(source, limits: .standard, isCancelled: { false })
  let head = try input.peek(lookedAt)
  guard case .stream(let stream, let name, let expectedBytes) = source else {
    return (kind(of: head), source)
  }
  let whole = HeadedStream(head: head, rest: stream)
  return (kind(of: head), .stream(whole, name: name, expectedBytes: expectedBytes))
}

private func kind(of head: [UInt8]) -> SourceKind {
  let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  let text = head.starts(with: byteOrderMark) ? head.dropFirst(byteOrderMark.count) : head[...]
  return text.first { !blanks.contains($0) } == UInt8(ascii: "{") ? .outlines : .table
}

extension ExtractSource {
  /// The file's own name, without folder and control characters.
  public var name: String {
    switch self {
    case .file(let path): RawInput.sanitised(path)
    case .stream(_, let name, _): RawInput.sanitised(name)
    }
  }

  /// Nil where nobody has said it; of a file, what the system says now.
  public var expectedBytes: Int64? {
    switch self {
    case .file(let path):
      var status = stat()
      return stat(path, &status) == 0 ? Int64(status.st_size) : nil
    case .stream(_, _, let expectedBytes): return expectedBytes
    }
  }
}

/// A stream whose first bytes were looked at already.
private final class HeadedStream: ByteStream {
  private let head: Mutex<ArraySlice<UInt8>>
  private let rest: any ByteStream

  init(head: [UInt8], rest: any ByteStream) {
    self.head = Mutex(head[...])
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let piece = head.withLock { head in
      let piece = head.prefix(buffer.count)
      head = head.dropFirst(piece.count)
      return piece
    }
    buffer.copyBytes(from: piece)
    return piece.isEmpty ? try rest.read(into: buffer) : piece.count
  }
}
