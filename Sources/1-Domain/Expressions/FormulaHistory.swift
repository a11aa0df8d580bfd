public import Vocabulary

/// One wording of a formula, and since when it counts.
public struct FormulaVersion: Hashable, Sendable {
  /// From 1, in order.
  public let number: Int
  public let from: Day
  public let formula: Formula
}

/// All wordings that a formula has had. A change never reaches back: a period is computed by the wording of
/// its time, so a figure once shown stays as it was.
public struct FormulaHistory: Hashable, Sendable {
  public private(set) var versions: [FormulaVersion]

  public init(_ formula: Formula, from day: Day) {
    versions = [FormulaVersion(number: 1, from: day, formula: formula)]
  }

  /// The wording that counts on a day; nil before the first.
  public func version(on day: Day) -> FormulaVersion? {
    versions.last { $0.from <= day }
  }

  /// With one more wording. Throws `formula.changesThePast` when it would count from a day on which another
  /// one already does.
  public func adding(_ formula: Formula, from day: Day) throws(Problem) -> Self {
    if let newest = versions.last, day <= newest.from {
      throw .conflict(
        rule: "formula.changesThePast", ["day": day.description, "newest": newest.from.description])
    }
    var history = self
    history.versions.append(FormulaVersion(number: versions.count + 1, from: day, formula: formula))
    return history
  }
}
