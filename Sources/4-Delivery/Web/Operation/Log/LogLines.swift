public import Logging
public import Vocabulary

/// The log: one line for each entry, for people or for programs that gather logs.
///
/// An entry has a fixed sentence and named values. A value never begins a line of its own, whatever it holds.
public struct LogLines: LogHandler {
  public enum Format: String, CaseIterable, Sendable {
    /// `2026-11-27T10:00:00.000Z info Pedido atendido route=/painel/{uf} status=200`
    case text
    case json
  }

  public var logLevel: Logger.Level
  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider?
  private let format: Format
  private let now: @Sendable () -> Instant
  private let write: @Sendable (String) -> Void

  /// - Parameter write: takes one line with its line end, and must write it in one piece.
  public init(
    _ format: Format, level: Logger.Level, now: @escaping @Sendable () -> Instant,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.format = format
    logLevel = level
    self.now = now
    self.write = write
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    var values = metadata
    if let provided = metadataProvider?.get() { values.merge(provided) { $1 } }
    if let given = event.metadata { values.merge(given) { $1 } }
    // Hummingbird's own number of a request means nothing outside the process; ours goes by the name `request`.
    values["hb.request.id"] = nil
    let named = values.map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
    write(Self.line(format, now(), event.level, "\(event.message)", named) + "\n")
  }

  static func line(
    _ format: Format, _ instant: Instant, _ level: Logger.Level, _ message: String,
    _ values: [(String, String)]
  ) -> String {
    switch format {
    case .json:
      let fields =
        [("time", instant.description), ("level", level.rawValue), ("message", message)]
        + values.filter { !["time", "level", "message"].contains($0.0) }
      return "{" + fields.map { "\(quotedJSON($0)):\(quotedJSON($1))" }.joined(separator: ",") + "}"
    case .text:
      let words = values.map { "\($0)=\(isPlain($1) ? $1 : quotedJSON($1))" }
      return ([instant.description, level.rawValue, plain(message)] + words).joined(separator: " ")
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7f && $0 != "\"" }
  }

  private static func plain(_ message: String) -> String {
    String(String.UnicodeScalarView(message.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
