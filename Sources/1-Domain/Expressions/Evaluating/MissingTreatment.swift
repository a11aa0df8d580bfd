/// What happens when an item has no value. Missing is not zero in any of them without need.
public enum MissingTreatment: String, CaseIterable, Hashable, Sendable {
  /// Indicators: as long as one of the items has a value, a number that is missing counts as zero; when all
  /// are missing, the result is. What stands in `isNull`, `isNotNull`, `firstNonNull`, `greatest`, `least`,
  /// `min`, `max`, `sum`, `avg`, `count`, `contains`, `union` and `is` stays missing, and is left out there.
  case lenient
  /// Indicators: any missing item, and there is no result.
  case strict
  /// Rules, relevance and calculations on answers: missing is unknown. What is computed from it is unknown,
  /// except where it makes no difference: `false and unknown` is false, `true or unknown` true.
  case unknown
}
