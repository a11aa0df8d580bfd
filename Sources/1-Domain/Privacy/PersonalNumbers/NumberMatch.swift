/// Groups of digits that make up one number.
struct NumberMatch {
  let kind: PersonalNumber.Kind
  let certainty: PersonalNumber.Certainty
  let groups: Range<Int>
  /// `3401-1234/1235` is how several lines of one house are written: what follows the slash may be anything.
  var mayEndAtSlash = false

  /// The reading of the groups from `start` on that has most to be said for it.
  static func best(at start: Int, in groups: [DigitGroup]) -> NumberMatch? {
    let labels = groups[start].labels
    let telephone = TelephoneForms.match(at: start, in: groups)
    if labels == .telephone, let telephone { return telephone }
    let numbers = NumberForm.all.compactMap { $0.match(at: start, in: groups) }
    let named = numbers.first { NumberForm.of($0.kind).map { labels.contains($0.label) } ?? false }
    if let likely = named ?? numbers.first(where: { $0.certainty == .likely }) { return likely }
    if let telephone, telephone.certainty == .likely { return telephone }
    return numbers.first ?? telephone
  }

  /// Not a part of a longer number. A slash is let through where another person's number stands on its other side.
  func standsAlone(in groups: [DigitGroup], beside others: [NumberMatch]) -> Bool {
    let (before, after) = Self.gaps(around: self.groups, in: groups)
    let hasLeft = before != .slash || others.contains { $0.groups.upperBound == self.groups.lowerBound }
    let hasRight =
      mayEndAtSlash || after != .slash || others.contains { $0.groups.lowerBound == self.groups.upperBound }
    return hasLeft && hasRight
  }

  /// Neither cut out of a chain that goes on by dots or dashes, nor followed by the cents of an amount.
  static func isBounded(_ range: Range<Int>, in groups: [DigitGroup]) -> Bool {
    let (before, after) = gaps(around: range, in: groups)
    let hasCents = after == .comma && groups[range.upperBound].count <= 2
    return (!before.isTight || before == .slash) && (!after.isTight || after == .slash) && !hasCents
  }

  private static func gaps(around range: Range<Int>, in groups: [DigitGroup]) -> (DigitGap, DigitGap) {
    (
      groups[range.lowerBound].gapBefore,
      range.upperBound < groups.count ? groups[range.upperBound].gapBefore : .other
    )
  }

  static func isInCode(_ range: Range<Int>, in groups: [DigitGroup]) -> Bool {
    groups[range.lowerBound].isInCode || groups[range.upperBound - 1].isInCode
  }
}
