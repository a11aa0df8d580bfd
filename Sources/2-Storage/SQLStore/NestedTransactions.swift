/// Refuses a transaction inside another of the same store: it would wait for itself, for ever on one engine and with a
/// crash on the other. Transactions of different stores may be nested; a copy does so.
package enum NestedTransactions {
  /// The stores whose closures are running on this thread.
  @TaskLocal private static var open: [ObjectIdentifier] = []

  /// Before a blocking transaction. One that a task waits for cannot be nested: its closure cannot wait.
  package static func refuse(in store: AnyObject) throws {
    if open.contains(ObjectIdentifier(store)) {
      throw StoreError.defect("a transaction inside another of the same store")
    }
  }

  package static func noting<R>(_ store: AnyObject, _ closure: () throws -> R) rethrows -> R {
    try $open.withValue(open + [ObjectIdentifier(store)], operation: closure)
  }
}
