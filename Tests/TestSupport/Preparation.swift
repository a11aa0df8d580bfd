public import SQLStore

/// What stands in a database before a test begins, beyond its empty tables: made once, copied for each test.
public struct Preparation: Sendable {
  let name: String
  let run: @Sendable (any Store) async throws -> Void

  /// - Parameter name: two preparations of one name are taken for the same.
  public init(_ name: String, _ run: @escaping @Sendable (any Store) async throws -> Void) {
    self.name = name
    self.run = run
  }

  public static let none = Preparation("none") { _ in }
}
