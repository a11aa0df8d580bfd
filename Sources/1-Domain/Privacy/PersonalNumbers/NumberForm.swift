import Vocabulary

/// The ways in which a number with check digits is written.
struct NumberForm: Sendable {
  let kind: PersonalNumber.Kind
  let label: NumberLabels
  let digits: Int
  /// Sizes of the groups, and what may stand in the gaps between them.
  let groupings: [(sizes: [Int], gaps: [DigitGap])]
  let isRight: @Sendable ([UInt8]) -> Bool

  private static let marks: DigitGap = [.space, .dot, .dash]
  private static let one = Array(repeating: 1, count: CheckDigits.cpfDigits)

  static let cpf = NumberForm(
    kind: .cpf, label: .cpf, digits: CheckDigits.cpfDigits,
    groupings: [
      ([11], []), ([9, 2], [[.space, .dot, .dash, .slash]]),
      (
        [3, 3, 3, 2],
        [[.space, .dot, .dash, .comma], [.space, .dot, .dash, .comma], [.space, .dot, .dash, .slash]]
      ),
      (one, Array(repeating: [.space, .dot, .dash], count: one.count - 1)),
    ], isRight: { CheckDigits.isCPF($0) })

  static let nis = NumberForm(
    kind: .nis, label: .nis, digits: CheckDigits.nisDigits,
    groupings: [
      ([11], []), ([10, 1], [[.dot, .dash]]), ([3, 5, 2, 1], [marks, marks, marks]),
      ([3, 7, 1], [[.dot, .dash], [.dot, .dash]]),
      ([1, 3, 3, 3, 1], [[.dot, .dash], [.dot, .dash], [.dot, .dash], [.dot, .dash]]),
    ], isRight: { CheckDigits.isNIS($0) })

  static let healthCard = NumberForm(
    kind: .healthCard, label: .healthCard, digits: CheckDigits.healthCardDigits,
    groupings: [([15], []), ([3, 4, 4, 4], [marks, marks, marks])], isRight: { CheckDigits.isHealthCard($0) })

  static let all = [cpf, nis, healthCard]

  static func of(_ kind: PersonalNumber.Kind) -> NumberForm? { all.first { $0.kind == kind } }

  func match(at start: Int, in groups: [DigitGroup]) -> NumberMatch? {
    let isLabelled = groups[start].labels.contains(label)
    guard let range = isLabelled ? anyGrouping(at: start, in: groups) : knownGrouping(at: start, in: groups),
      NumberMatch.isBounded(range, in: groups), !NumberMatch.isInCode(range, in: groups),
      isRight(groups[range].flatMap(\.digits))
    else { return nil }
    let isBare = range.count == 1 && !isLabelled
    return NumberMatch(kind: kind, certainty: certainty(of: groups[start], isBare: isBare), groups: range)
  }

  /// A CPF has two check digits: one number in a hundred passes by chance. A NIS and a Cartão SUS have one, so that bare
  /// digits need more: they must not look like the number of a unit (CadSUAS: 11 digits, a state's code before them).
  private func certainty(of first: DigitGroup, isBare: Bool) -> PersonalNumber.Certainty {
    guard kind == .nis, isBare else { return .likely }
    let looksLikeUnit = FederativeUnit(ibgeCode: Int(first.digits[0]) * 10 + Int(first.digits[1])) != nil
    // PIS, NIT and NIS begin with 1 or 2: the Cartão SUS, made of them, tells.
    return looksLikeUnit || !(1...2).contains(first.digits[0]) ? .possible : .likely
  }

  private func knownGrouping(at start: Int, in groups: [DigitGroup]) -> Range<Int>? {
    groupings.lazy.compactMap { grouping -> Range<Int>? in
      let end = start + grouping.sizes.count
      guard end <= groups.count else { return nil }
      for (offset, size) in grouping.sizes.enumerated() {
        let group = groups[start + offset]
        guard group.count == size, offset == 0 || group.gapBefore.isBetween(grouping.gaps[offset - 1]) else {
          return nil
        }
      }
      return start..<end
    }.first
  }

  /// After its own name a number may be written in any groups.
  private func anyGrouping(at start: Int, in groups: [DigitGroup]) -> Range<Int>? {
    var (end, count) = (start, 0)
    while end < groups.count, count < digits,
      end == start || groups[end].gapBefore.isBetween([.space, .dot, .dash, .slash, .comma])
    {
      count += groups[end].count
      end += 1
    }
    return count == digits ? start..<end : nil
  }
}

extension DigitGap {
  /// Something, and nothing but what is allowed.
  func isBetween(_ allowed: DigitGap) -> Bool { !isEmpty && isSubset(of: allowed) }
}
