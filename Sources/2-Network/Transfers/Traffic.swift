import CTransfer

/// What a transfer sends and what has come back so far. Touched by the thread of the transfer only.
final class Traffic {
  private(set) var body: [UInt8] = []
  /// Lines of the last answer's header, without line ends; those of an interim answer (1xx) are forgotten.
  private(set) var headerLines: [String] = []
  var status = 0
  /// Set when we ended the transfer, not the server.
  private(set) var stopped: TransferFailure?

  private let limits: TransferLimits
  private let cancellation: Cancellation
  private let toSend: [UInt8]
  private var sentBytes = 0
  private var headerBytes = 0

  init(limits: TransferLimits, sending bytes: [UInt8], cancellation: Cancellation) {
    self.limits = limits
    toSend = bytes
    self.cancellation = cancellation
  }

  /// False ends the transfer.
  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= limits.maximumAnswerBytes else {
      stopped = .tooLarge(limitBytes: limits.maximumAnswerBytes)
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    headerBytes += bytes.count
    guard headerBytes <= TransferLimits.maximumHeaderBytes else {
      stopped = .tooLarge(limitBytes: TransferLimits.maximumHeaderBytes)
      return false
    }
    if bytes.starts(with: "HTTP/".utf8) { headerLines = [] }
    let line = bytes.filter { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    if !line.isEmpty { headerLines.append(String(decoding: line, as: UTF8.self)) }
    return true
  }

  fileprivate func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, toSend.count - sentBytes)
    room.copyBytes(from: toSend[sentBytes..<sentBytes + count])
    sentBytes += count
    return count
  }

  fileprivate func mayGoOn() -> Bool {
    guard cancellation.isAsked else { return true }
    stopped = .cancelled
    return false
  }

  fileprivate static func of(_ context: UnsafeMutableRawPointer?) -> Traffic? {
    context.map { Unmanaged<Traffic>.fromOpaque($0).takeUnretainedValue() }
  }
}

// libcurl calls these on the thread of the transfer. Any number of bytes but all of them ends it.

func keepBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  let all = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return Traffic.of(context)?.takeBody(all) == true ? all.count : refusedBytes(all.count)
}

func keepHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  let all = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return Traffic.of(context)?.takeHeader(all) == true ? all.count : refusedBytes(all.count)
}

func giveBytes(
  _ room: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  Traffic.of(context)?.give(UnsafeMutableRawBufferPointer(start: room, count: size * count)) ?? 0
}

func mayGoOn(
  _ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  Traffic.of(context)?.mayGoOn() == true ? 0 : 1
}

private func refusedBytes(_ count: Int) -> Int { count == 0 ? 1 : 0 }
