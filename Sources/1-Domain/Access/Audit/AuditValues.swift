/// The values of a thing, before or after, as text: one `field=value` a line, sorted by field; empty when there are none.
public struct AuditValues: Hashable, Sendable {
  /// A value is at most this long; a longer one is cut and ends in `…`.
  public static let maximumValueBytes = 400

  public let text: String

  public init(_ values: [AuditField: String]) {
    text = values.map { field, value in
      "\(field.rawValue)=\(AuditText.cleaned(value, maximumBytes: Self.maximumValueBytes))"
    }.sorted().joined(separator: "\n")
  }

  /// As it stands in the store, perhaps written by a newer program, perhaps altered.
  public init(stored text: String) {
    self.text = text
  }

  /// In the order of the text. A line without `=` is a value without a field.
  public var pairs: [(field: String, value: String)] {
    text.split(separator: "\n").map { line in
      guard let equals = line.firstIndex(of: "=") else { return ("", String(line)) }
      return (String(line[..<equals]), String(line[line.index(after: equals)...]))
    }
  }
}
