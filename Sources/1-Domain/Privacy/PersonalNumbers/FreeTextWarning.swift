/// What a free text looks as if it held. It warns and never blocks: who wrote the text knows better than its digits.
public struct FreeTextWarning: Hashable, Sendable {
  /// Surest first, each kind once.
  public let numbers: [PersonalNumber]

  /// Nil when nothing in the text looks like a person's number.
  public init?(_ text: String) {
    var byKind: [PersonalNumber.Kind: PersonalNumber] = [:]
    for number in PersonalNumberFinder.numbers(in: text) {
      guard let known = byKind[number.kind] else {
        byKind[number.kind] = number
        continue
      }
      if known.certainty == .possible && number.certainty == .likely { byKind[number.kind] = number }
    }
    let numbers = PersonalNumber.Kind.allCases.compactMap { byKind[$0] }
    guard !numbers.isEmpty else { return nil }
    self.numbers =
      numbers.filter { $0.certainty == .likely } + numbers.filter { $0.certainty == .possible }
  }

  public var kinds: [PersonalNumber.Kind] { numbers.map(\.kind) }
}
