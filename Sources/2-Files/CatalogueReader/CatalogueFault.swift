/// A fault of a file of the catalogue, with its place. Met by those who write catalogues, so it is in English.
public struct CatalogueFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let reason: String

  public init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var description: String { "\(file):\(line): \(reason)" }
}
