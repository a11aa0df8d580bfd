/// How long a transfer may last and how much may come back.
public struct TransferLimits: Hashable, Sendable {
  /// Until the connection stands, encryption included.
  public var connectMilliseconds: Int
  /// From the beginning to the last byte.
  public var totalMilliseconds: Int
  /// Of the body alone.
  public var maximumAnswerBytes: Int
  /// Of all header lines together; more is no answer that anyone needs.
  public static let maximumHeaderBytes = 32 << 10
  /// Each has a thread of its own: more than these are refused rather than left to fill the memory, as when many
  /// people sign in while the identity provider hangs.
  public static let maximumAtOnce = 64

  public init(connectMilliseconds: Int, totalMilliseconds: Int, maximumAnswerBytes: Int) {
    self.connectMilliseconds = connectMilliseconds
    self.totalMilliseconds = totalMilliseconds
    self.maximumAnswerBytes = maximumAnswerBytes
  }

  /// A person waits for the answer.
  public static let question = Self(
    connectMilliseconds: 5_000, totalMilliseconds: 15_000, maximumAnswerBytes: 1 << 20)
  /// Mail servers may make unknown senders wait.
  public static let mail = Self(
    connectMilliseconds: 10_000, totalMilliseconds: 60_000, maximumAnswerBytes: 64 << 10)
}
