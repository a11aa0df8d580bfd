import Foundation
import Vocabulary

/// A file that is read from its beginning.
final class InputFile {
  private let descriptor: Int32

  init(_ path: String) throws(Problem) {
    descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemRefusal(errno) }
  }

  deinit { close(descriptor) }

  /// `count` bytes, fewer only at the end.
  func read(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got == 0 { return }
        if got > 0 { filled += got } else if errno != EINTR { throw systemRefusal(errno) }
      }
    }
  }
}

/// A new file that only its owner may read.
final class OutputFile {
  private let descriptor: Int32

  /// Makes the file, has `body` fill it and brings it to the disk. When anything is thrown the file is gone again.
  static func create(_ path: String, _ body: (OutputFile) throws -> Void) throws {
    let file = try OutputFile(path)
    do {
      try body(file)
      guard fsync(file.descriptor) == 0 else { throw systemRefusal(errno) }
    } catch {
      unlink(path)
      throw error
    }
  }

  private init(_ path: String) throws(Problem) {
    descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .conflict(rule: "backup.fileExists", ["file": path]) : systemRefusal(errno)
    }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let got = Foundation.write(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if got >= 0 { written += got } else if errno != EINTR { throw systemRefusal(errno) }
      }
    }
  }
}

/// A disk that is full or a file that may not be read is no defect of ours. The system's short word for it.
private func systemRefusal(_ code: Int32) -> Problem {
  let reason =
    switch code {
    case EACCES: "EACCES"
    case EFBIG: "EFBIG"
    case EIO: "EIO"
    case EISDIR: "EISDIR"
    case ENOENT: "ENOENT"
    case ENOSPC: "ENOSPC"
    case ENOTDIR: "ENOTDIR"
    case EPERM: "EPERM"
    case EROFS: "EROFS"
    default: "errno \(code)"
    }
  return .invalid(rule: "backup.inputOutput", ["reason": reason])
}
