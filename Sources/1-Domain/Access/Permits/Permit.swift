public import Vocabulary

/// Something that a person does and that needs a permission: `enum ChooseClock: Act { … }`.
public protocol Act: Sendable {
  static var permission: Permission { get }
}

/// The proof that someone may do `A`. Only `Actor` hands it out, and every write of the store asks for one, so that the
/// check cannot be left out.
public struct Permit<A: Act>: Sendable {
  public let actor: Actor
  /// Where: what is written must lie inside.
  public let scope: Scope
}

extension Actor {
  /// The right to do `A` somewhere. Throws `access.notAllowed`, `access.secondFactorNeeded` or `access.onlyViewing`.
  public func permit<A: Act>(_ act: A.Type, sector: Sector? = nil) throws(Problem) -> Permit<A> {
    guard viewer == nil else { throw .notAllowed(rule: "access.onlyViewing") }
    return Permit(actor: self, scope: try requiredScope(of: A.permission, sector: sector))
  }
}
