import Crypto
import Foundation
import Synchronization

/// Bytes in order. Both the plain file and a ZIP's member are read through it.
protocol CSVInput: AnyObject {
  /// Fills up to `count` bytes; fewer only at the end, 0 after it.
  func read(into bytes: UnsafeMutablePointer<UInt8>, count: Int) throws(ExtractFailure) -> Int
  /// Reads whatever is left of the source and checks that it is whole.
  func finish() throws(ExtractFailure)
}

/// The source as given: read once, in order, each byte hashed and counted as it passes.
final class RawInput: CSVInput {
  let name: String
  private(set) var totalBytes: Int64?
  private(set) var bytesRead: Int64 = 0

  private enum Origin {
    case file(descriptor: Int32, modified: timespec)
    case stream(any ByteStream)
  }
  private let origin: Origin
  private let maximumBytes: Int64
  private let isCancelled: @Sendable () -> Bool
  private var hash = SHA256()
  private var isAtEnd = false
  /// Bytes looked at before they were asked for.
  private var ahead: [UInt8] = []

  init(
    _ source: ExtractSource, limits: ReadLimits, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ExtractFailure) {
    maximumBytes = limits.maximumBytes
    self.isCancelled = isCancelled
    switch source {
    case .file(let path):
      name = Self.sanitised(path)
      let (descriptor, size, modified) = try Self.open(path)
      origin = .file(descriptor: descriptor, modified: modified)
      totalBytes = size
    case .stream(let stream, let streamName, let expectedBytes):
      name = Self.sanitised(streamName)
      origin = .stream(stream)
      totalBytes = expectedBytes
    }
    if let totalBytes, totalBytes > maximumBytes { throw .tooLarge(limit: maximumBytes) }
  }

  deinit {
    if case .file(let descriptor, _) = origin { close(descriptor) }
  }

  /// A pipe must not block and a device not answer: opened without waiting, then refused unless regular.
  private static func open(_ path: String) throws(ExtractFailure) -> (Int32, Int64, timespec) {
    let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    // A socket cannot be opened at all.
    guard descriptor >= 0 else { throw errno == ENXIO ? .notRegularFile : .io(reason: systemError(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .io(reason: systemError(code))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw status.st_mode & S_IFMT == S_IFDIR ? .directory : .notRegularFile
    }
    return (descriptor, Int64(status.st_size), status.st_mtim)
  }

  /// The first bytes, which will be read again.
  func peek(_ count: Int) throws(ExtractFailure) -> [UInt8] {
    guard ahead.count < count else { return Array(ahead.prefix(count)) }
    var more = [UInt8](repeating: 0, count: count - ahead.count)
    let wanted = more.count
    var got = 0
    let outcome = more.withUnsafeMutableBufferPointer { buffer -> Result<Int, ExtractFailure> in
      Result { () throws(ExtractFailure) in try fill(buffer.baseAddress!, count: wanted) }
    }
    got = try outcome.get()
    ahead += more.prefix(got)
    return ahead
  }

  func read(into bytes: UnsafeMutablePointer<UInt8>, count: Int) throws(ExtractFailure) -> Int {
    let early = min(count, ahead.count)
    if early > 0 {
      for index in 0..<early { bytes[index] = ahead[index] }
      ahead.removeFirst(early)
    }
    return early + (try fill(bytes + early, count: count - early))
  }

  private func fill(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) throws(ExtractFailure) -> Int {
    var filled = 0
    while filled < count, !isAtEnd {
      if isCancelled() { throw .cancelled }
      let got = try readSome(UnsafeMutableRawBufferPointer(start: bytes + filled, count: count - filled))
      if got == 0 { isAtEnd = true }
      filled += got
    }
    bytesRead += Int64(filled)
    if bytesRead > maximumBytes { throw .tooLarge(limit: maximumBytes) }
    hash.update(bufferPointer: UnsafeRawBufferPointer(start: bytes, count: filled))
    return filled
  }

  private func readSome(_ buffer: UnsafeMutableRawBufferPointer) throws(ExtractFailure) -> Int {
    switch origin {
    case .file(let descriptor, _):
      while true {
        let got = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
        if got >= 0 { return got }
        if errno != EINTR { throw .io(reason: systemError(errno)) }
      }
    case .stream(let stream):
      do {
        let got = try stream.read(into: buffer)
        guard (0...buffer.count).contains(got) else { throw ExtractFailure.io(reason: "stream") }
        return got
      } catch let failure as ExtractFailure {
        throw failure
      } catch {
        throw .io(reason: String(describing: type(of: error)))
      }
    }
  }

  func finish() throws(ExtractFailure) {
    ahead = []
    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 18)
    defer { scratch.deallocate() }
    while try fill(scratch, count: 1 << 18) > 0 {}
    if let totalBytes, totalBytes != bytesRead {
      throw .fileChanged(expectedBytes: totalBytes, foundBytes: bytesRead)
    }
    guard case .file(let descriptor, let modified) = origin else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .io(reason: systemError(errno)) }
    let isSame = status.st_mtim.tv_sec == modified.tv_sec && status.st_mtim.tv_nsec == modified.tv_nsec
    if !isSame || Int64(status.st_size) != bytesRead {
      throw .fileChanged(expectedBytes: bytesRead, foundBytes: Int64(status.st_size))
    }
  }

  /// Of all bytes read so far.
  var sha256: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Last component, without control characters, at most 120 characters.
  static func sanitised(_ path: String) -> String {
    let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let scalars = last.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    return String(String.UnicodeScalarView(scalars.prefix(120)))
  }
}

/// The system's short word for an error; never a path or a text from the file.
func systemError(_ code: Int32) -> String {
  switch code {
  case ENOENT: "ENOENT"
  case EACCES: "EACCES"
  case EPERM: "EPERM"
  case EIO: "EIO"
  case EMFILE: "EMFILE"
  case ENOTDIR: "ENOTDIR"
  case ELOOP: "ELOOP"
  case ENAMETOOLONG: "ENAMETOOLONG"
  case EISDIR: "EISDIR"
  default: "errno \(code)"
  }
}
