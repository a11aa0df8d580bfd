public import Vocabulary

/// What a file speaks for: whole states where it brings at least half of their municipalities, else only the
/// municipalities it names. A corrected national file in which a municipality vanished thus takes the old value
/// away, while the file of a single municipality leaves its neighbours alone.
public struct LoadScope: Hashable, Sendable {
  public let wholeStates: Set<FederativeUnit>
  public let municipalities: Set<IBGECode>

  /// `present`: municipalities in the file; `existing`: those of the territory in the file's month, by state.
  public init(present: Set<IBGECode>, existing: [FederativeUnit: Int]) {
    var perState: [FederativeUnit: Int] = [:]
    for code in present { perState[code.federativeUnit, default: 0] += 1 }
    wholeStates = Set(
      perState.filter { state, count in
        guard let all = existing[state] else { return false }
        return count * 2 >= all
      }.keys)
    municipalities = present
  }

  public func speaks(for code: IBGECode) -> Bool {
    municipalities.contains(code) || wholeStates.contains(code.federativeUnit)
  }
}
