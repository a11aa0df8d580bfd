/// What stands in place of a person whose term has run out. What the person did stays, and leads to no one.
public enum RemovedPerson {
  public static let name = "Pessoa removida"

  /// An address that reaches nobody and is still different for each. `.invalid` is never given out (RFC 2606).
  public static func email(ofID id: String) -> String { "\(id)@removida.invalid" }
}
