/// Finds in free text what looks like the CPF, the NIS, the Cartão SUS or the telephone of a person. The digits decide:
/// their count, their check digits, how they are grouped, and what stands beside them; words before them (`CPF`, `tel.`)
/// make it more lenient. It warns, so it would rather miss an odd form than cry wolf at dates, money, codes and processes.
public enum PersonalNumberFinder {
  /// After so many the rest of the text is not looked at: it is a list of people, and one warning says so.
  public static let maximumNumbers = 100

  /// In the order of the text; none overlaps another. Time grows with the length of the text.
  public static func numbers(in text: String) -> [PersonalNumber] {
    let groups = DigitGroup.groups(in: text)
    var matches: [NumberMatch] = []
    var start = 0
    while start < groups.count, matches.count < maximumNumbers {
      guard let match = NumberMatch.best(at: start, in: groups) else {
        start += 1
        continue
      }
      matches.append(match)
      start = match.groups.upperBound
    }
    return matches.filter { $0.standsAlone(in: groups, beside: matches) }.map { match in
      PersonalNumber(
        kind: match.kind, certainty: match.certainty, line: groups[match.groups.lowerBound].line,
        range: groups[match.groups.lowerBound].range
          .lowerBound..<groups[match.groups.upperBound - 1].range.upperBound)
    }
  }
}
