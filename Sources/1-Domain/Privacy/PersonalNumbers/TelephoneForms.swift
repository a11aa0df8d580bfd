/// The ways in which telephones are written in Brazil: `+55 (65) 99912-3456`, `065 3401-1234`, `65999123456`; after a word
/// like `tel.` also without area code.
enum TelephoneForms {
  private static let marks: DigitGap = [.space, .dot, .dash]

  static func match(at start: Int, in groups: [DigitGroup]) -> NumberMatch? {
    let isLabelled = groups[start].labels.contains(.telephone)
    return
      (withCountry(at: start, isLabelled: isLabelled, in: groups)
      ?? withArea(from: start, at: start, isKnown: isLabelled, in: groups)
      ?? glued(at: start, isLabelled: isLabelled, in: groups)
      ?? (isLabelled ? withoutArea(from: start, at: start, in: groups) : nil))
  }

  /// `+55`, `55` or `0055`, then the area code.
  private static func withCountry(at start: Int, isLabelled: Bool, in groups: [DigitGroup]) -> NumberMatch? {
    let digits = groups[start].digits
    guard digits == [5, 5] || digits == [0, 0, 5, 5], start + 1 < groups.count,
      groups[start + 1].gapBefore.isBetween([.space, .dot, .dash, .open, .close])
    else { return nil }
    let isKnown = isLabelled || groups[start].hasPlus || digits.count == 4
    return withArea(from: start, at: start + 1, isKnown: isKnown, in: groups)
      ?? (isKnown ? area(gluedAt: start + 1, from: start, in: groups) : nil)
  }

  /// The area code in a group of its own. `isKnown`: something else already says that this is a telephone.
  private static func withArea(
    from start: Int, at area: Int, isKnown: Bool, in groups: [DigitGroup]
  ) -> NumberMatch? {
    guard AreaCodes.isOne(groups[area].digits), groups[area].count <= 3, area + 1 < groups.count,
      groups[area + 1].gapBefore.isBetween([.space, .dot, .dash, .close])
    else { return nil }
    let isSure = isKnown || groups[area].isOpened && groups[area + 1].gapBefore.contains(.close)
    return number(from: start, at: area + 1, isSure: isSure, in: groups)
  }

  private static func withoutArea(from start: Int, at first: Int, in groups: [DigitGroup]) -> NumberMatch? {
    number(from: start, at: first, isSure: true, in: groups)
  }

  /// Eight or nine digits in one, two or three groups.
  private static func number(
    from start: Int, at first: Int, isSure: Bool, in groups: [DigitGroup]
  ) -> NumberMatch? {
    for sizes in [[9], [5, 4], [1, 4, 4], [8], [4, 4]] {
      let range = first..<first + sizes.count
      guard range.upperBound <= groups.count, zip(range, sizes).allSatisfy({ groups[$0].count == $1 }),
        range.dropFirst().allSatisfy({ groups[$0].gapBefore.isBetween(marks) })
      else { continue }
      let digits = groups[range].flatMap(\.digits)
      guard AreaCodes.isMobile(digits) || AreaCodes.isFixed(digits, orOldMobile: isSure) else { continue }
      let parts = groups[range]
      // `12 2023-2024` and `12 20231231` are dates.
      guard !(sizes == [4, 4] && parts.allSatisfy(\.isYear)), isSure || !looksLikeDate(digits) else {
        continue
      }
      let hasDash = range.dropFirst().contains { groups[$0].gapBefore.contains(.dash) }
      return made(
        start..<range.upperBound, certainty: isSure || hasDash || digits.count == 9 ? .likely : .possible,
        mayEndAtSlash: hasDash, in: groups)
    }
    return nil
  }

  /// Area code and number in one: `65999123456`, `6534011234`, `6599912-3456`; also with the country before them.
  private static func glued(at start: Int, isLabelled: Bool, in groups: [DigitGroup]) -> NumberMatch? {
    let group = groups[start]
    if group.count == 12 || group.count == 13, group.digits.starts(with: [5, 5]) {
      return plain(
        group.digits.dropFirst(2), at: start..<start + 1, isSure: isLabelled || group.hasPlus, in: groups)
    }
    if group.count == 11 || group.count == 12, group.digits[0] == 0, isLabelled {
      return plain(group.digits.dropFirst(), at: start..<start + 1, isSure: true, in: groups)
    }
    if group.count == 10 || group.count == 11 {
      return plain(group.digits[...], at: start..<start + 1, isSure: isLabelled, in: groups)
    }
    return area(gluedAt: start, from: start, in: groups)
  }

  private static func area(gluedAt first: Int, from start: Int, in groups: [DigitGroup]) -> NumberMatch? {
    let digits = groups[first].digits
    if digits.count == 10 || digits.count == 11 {
      return plain(digits[...], at: start..<first + 1, isSure: true, in: groups)
    }
    let end = first + 2
    guard digits.count == 6 || digits.count == 7, end <= groups.count, groups[first + 1].count == 4,
      groups[first + 1].gapBefore == .dash,
      // IBGE codes and years are written like this: `510020-2023`.
      !groups[first + 1].isYear
    else { return nil }
    return plain(
      (digits + groups[first + 1].digits)[...], at: start..<end, isSure: false, certainty: .likely, in: groups
    )
  }

  private static func plain(
    _ digits: ArraySlice<UInt8>, at range: Range<Int>, isSure: Bool,
    certainty: PersonalNumber.Certainty? = nil, in groups: [DigitGroup]
  ) -> NumberMatch? {
    guard AreaCodes.isOne(digits.prefix(2)) else { return nil }
    let rest = digits.dropFirst(2)
    guard AreaCodes.isMobile(rest) || AreaCodes.isFixed(rest, orOldMobile: isSure) else { return nil }
    return made(
      range, certainty: certainty ?? (isSure || rest.count == 9 ? .likely : .possible), mayEndAtSlash: false,
      in: groups)
  }

  private static func made(
    _ range: Range<Int>, certainty: PersonalNumber.Certainty, mayEndAtSlash: Bool, in groups: [DigitGroup]
  ) -> NumberMatch? {
    guard NumberMatch.isBounded(range, in: groups), !NumberMatch.isInCode(range, in: groups) else {
      return nil
    }
    return NumberMatch(kind: .telephone, certainty: certainty, groups: range, mayEndAtSlash: mayEndAtSlash)
  }

  /// `20231231` or `31122023`
  private static func looksLikeDate(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8 else { return false }
    func isDate(century: Int, month: Int, day: Int) -> Bool {
      func two(_ at: Int) -> Int { Int(digits[at]) * 10 + Int(digits[at + 1]) }
      return (19...20).contains(two(century)) && (1...12).contains(two(month)) && (1...31).contains(two(day))
    }
    return isDate(century: 0, month: 4, day: 6) || isDate(century: 4, month: 2, day: 0)
  }
}
