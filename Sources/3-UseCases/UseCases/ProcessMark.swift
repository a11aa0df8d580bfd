/// Names the process that reads a file, so that the next start can tell whether it still lives.
public struct ProcessMark: Hashable, Sendable, CustomStringConvertible {
  public let host: String
  public let processID: Int
  /// When the process began, in the host's own ticks: ids are used again after a restart.
  public let beganAt: UInt64

  public init(host: String, processID: Int, beganAt: UInt64) {
    self.host = host
    self.processID = processID
    self.beganAt = beganAt
  }

  public var description: String { "\(processID)/\(beganAt)@\(host)" }

  public init?(_ text: String) {
    guard let at = text.firstIndex(of: "@"), let slash = text[..<at].firstIndex(of: "/"),
      let processID = Int(text[..<slash]), let beganAt = UInt64(text[text.index(after: slash)..<at])
    else { return nil }
    self.init(host: String(text[text.index(after: at)...]), processID: processID, beganAt: beganAt)
  }
}
