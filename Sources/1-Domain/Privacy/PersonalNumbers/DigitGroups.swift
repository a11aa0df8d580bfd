/// What stands between two groups of digits. `other` is a wall: letters, the end of a line, or too much of anything.
struct DigitGap: OptionSet {
  let rawValue: UInt8

  static let space = DigitGap(rawValue: 1)
  static let dot = DigitGap(rawValue: 2)
  static let dash = DigitGap(rawValue: 4)
  static let slash = DigitGap(rawValue: 8)
  static let comma = DigitGap(rawValue: 16)
  static let open = DigitGap(rawValue: 32)
  static let close = DigitGap(rawValue: 64)
  static let other = DigitGap(rawValue: 128)

  /// Longer gaps are walls.
  static let maximumScalars = 4

  /// Both sides are parts of one longer number: `0001-95`, `12.345`, `2018/11`.
  var isTight: Bool { !isEmpty && isSubset(of: [.dot, .dash, .slash]) }
}

/// Digits side by side, in any script, with nothing between them but characters that cannot be seen.
struct DigitGroup {
  /// More digits than any number of a person has are counted, and not kept.
  static let keptDigits = 16

  fileprivate(set) var digits: [UInt8] = []
  fileprivate(set) var count = 0
  fileprivate(set) var range: Range<String.Index>
  let line: Int
  /// From the group before; `other` for the first of a line.
  let gapBefore: DigitGap
  /// Directly after `(`, or after the `0xx` of an old way to write area codes.
  let isOpened: Bool
  let hasPlus: Bool
  let labels: NumberLabels
  let lettersBefore: Int
  fileprivate(set) var lettersAfter = 0
  fileprivate(set) var sharesWordWithDigits: Bool

  /// Part of a word like `a52998224725` or `4f5299`: an id or a hash. `CPF52998224725` is none.
  var isInCode: Bool { sharesWordWithDigits || lettersBefore == 1 || lettersAfter == 1 }

  /// 1900 to 2099.
  var isYear: Bool {
    count == 4 && (digits[0] == 1 && digits[1] == 9 || digits[0] == 2 && digits[1] == 0)
  }

  static func groups(in text: String) -> [DigitGroup] {
    var walk = DigitWalk()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index != scalars.endIndex {
      let next = scalars.index(after: index)
      walk.step(scalars[index], at: index..<next)
      index = next
    }
    return walk.groups
  }
}

/// Walks through a text once and gathers its groups of digits.
private struct DigitWalk {
  var groups: [DigitGroup] = []
  private var labels = NumberLabels.Memory()
  private var position = 0
  private var line = 1
  private var isAfterReturn = false
  private var gap = DigitGap.other
  private var gapScalars = 0
  private var lastMark: Unicode.Scalar?
  private var isInGroup = false
  /// Of the word (letters and digits side by side) that is being walked through: the letters since its last digit.
  private var letters = 0
  private var lettersAreX = true
  private var wordHasDigits = false

  mutating func step(_ scalar: Unicode.Scalar, at range: Range<String.Index>) {
    position += 1
    switch ScalarKind(scalar) {
    case .unseen: return
    case .digit(let digit): take(digit, at: range)
    case .letter: take(letter: scalar)
    case .lineEnd: if !(scalar == "\n" && isAfterReturn) { endLine() }
    case .mark(let mark): take(mark, scalar)
    }
    isAfterReturn = scalar == "\r"
  }

  private mutating func take(_ digit: UInt8, at range: Range<String.Index>) {
    if !isInGroup { beginGroup(at: range) }
    let last = groups.count - 1
    if groups[last].count < DigitGroup.keptDigits { groups[last].digits.append(digit) }
    groups[last].count += 1
    groups[last].range = groups[last].range.lowerBound..<range.upperBound
  }

  private mutating func beginGroup(at range: Range<String.Index>) {
    labels.endWord(at: position)
    let isDialled = letters == 2 && lettersAreX && wordHasDigits
    let isShared = letters > 0 && wordHasDigits && !isDialled
    if isShared { groups[groups.count - 1].sharesWordWithDigits = true }
    groups.append(
      DigitGroup(
        range: range, line: line, gapBefore: gap, isOpened: isDialled || lastMark == "(" || lastMark == "[",
        hasPlus: lastMark == "+", labels: labels.labels(at: position), lettersBefore: isDialled ? 0 : letters,
        sharesWordWithDigits: isShared))
    isInGroup = true
    wordHasDigits = true
    endGap()
  }

  private mutating func take(letter scalar: Unicode.Scalar) {
    lettersAreX = (letters == 0 || lettersAreX) && (scalar == "x" || scalar == "X")
    letters += 1
    if wordHasDigits { groups[groups.count - 1].lettersAfter = letters }
    labels.take(scalar)
    isInGroup = false
    gap = .other
    lastMark = nil
  }

  private mutating func take(_ mark: DigitGap, _ scalar: Unicode.Scalar) {
    endWord()
    gap.insert(mark)
    gapScalars += 1
    if gapScalars > DigitGap.maximumScalars { gap.insert(.other) }
    if mark != .space { lastMark = scalar }
  }

  private mutating func endWord() {
    labels.endWord(at: position)
    (letters, lettersAreX, wordHasDigits, isInGroup) = (0, true, false, false)
  }

  private mutating func endLine() {
    endWord()
    labels.endLine()
    endGap()
    gap = .other
    line += 1
  }

  private mutating func endGap() {
    (gap, gapScalars, lastMark, letters, lettersAreX) = ([], 0, nil, 0, true)
  }
}
