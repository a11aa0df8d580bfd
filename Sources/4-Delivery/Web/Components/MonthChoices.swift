import Vocabulary

extension Choice {
  /// The months with data, and the one shown even without: a choice says where one is. The newest first.
  static func months(_ months: [ReferenceMonth], shown: ReferenceMonth) -> [Choice] {
    let all = months.contains(shown) ? months : (months + [shown]).sorted(by: >)
    return all.map { Choice(value: $0.description, label: Brazilian.month($0), isChosen: $0 == shown) }
  }
}
