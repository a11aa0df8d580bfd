/// The functions of the language. There are no others, and no way to write one.
public enum FormulaFunction: String, CaseIterable, Hashable, Sendable {
  case `if`, isNull, isNotNull, firstNonNull
  case greatest, least
  case log, log10, round, floor, ceil, abs
  case min, max, sum, avg, count
  case contains, union, `is`
  case days, age

  /// What a function takes for one argument.
  public enum Parameter: Hashable, Sendable {
    case truth, number, day
    /// A number or a day.
    case numberOrDay
    /// Anything.
    case any
    /// Of the same type as the first of its kind beside it.
    case same
    /// Decimal places, a whole number written in the formula.
    case places
    /// One value, a set or a column; all arguments are poured together.
    case numbers, numbersOrDays, values
    /// A set or a column.
    case set
    /// A value of the type that the first argument has or is made of.
    case member
  }

  /// What goes in, how many, and what it does.
  public struct Signature: Hashable, Sendable {
    /// In order; the last one stands for all that follow where `mostArguments` allows more.
    public let parameters: [Parameter]
    public let leastArguments: Int
    /// Nil for as many as one likes.
    public let mostArguments: Int?
    /// In Portuguese, for the people who write formulas in the browser.
    public let meaning: String

    init(_ parameters: [Parameter], _ least: Int, _ most: Int?, _ meaning: String) {
      self.parameters = parameters
      leastArguments = least
      mostArguments = most
      self.meaning = meaning
    }

    public func parameter(_ index: Int) -> Parameter { parameters[Swift.min(index, parameters.count - 1)] }

    /// `2`, `1-2`, `1+`
    public var counts: String {
      guard let mostArguments else { return "\(leastArguments)+" }
      return leastArguments == mostArguments ? "\(leastArguments)" : "\(leastArguments)-\(mostArguments)"
    }
  }

  public var signature: Signature {
    switch self {
    case .if:
      Signature(
        [.truth, .same, .same], 3, 3, "o segundo valor se a condição é verdadeira, o terceiro se é falsa")
    case .isNull: Signature([.any], 1, 1, "verdadeiro se o valor falta")
    case .isNotNull: Signature([.any], 1, 1, "verdadeiro se o valor não falta")
    case .firstNonNull: Signature([.same], 1, nil, "o primeiro valor que não falta")
    case .greatest: Signature([.numberOrDay], 1, nil, "o maior dos valores")
    case .least: Signature([.numberOrDay], 1, nil, "o menor dos valores")
    case .log: Signature([.number], 1, 1, "logaritmo natural, com 12 casas decimais")
    case .log10: Signature([.number], 1, 1, "logaritmo de base 10, com 12 casas decimais")
    case .round: Signature([.number, .places], 1, 2, "arredonda a tantas casas; a metade sobe")
    case .floor: Signature([.number], 1, 1, "o maior inteiro que não passa do valor")
    case .ceil: Signature([.number], 1, 1, "o menor inteiro que não fica abaixo do valor")
    case .abs: Signature([.number], 1, 1, "o valor sem sinal")
    case .min: Signature([.numbersOrDays], 1, nil, "o menor valor do conjunto")
    case .max: Signature([.numbersOrDays], 1, nil, "o maior valor do conjunto")
    case .sum: Signature([.numbers], 1, nil, "a soma dos valores do conjunto")
    case .avg: Signature([.numbers], 1, nil, "a média dos valores do conjunto")
    case .count:
      Signature([.values], 1, nil, "quantos valores há no conjunto; de condições, quantas são verdadeiras")
    case .contains: Signature([.set, .member], 2, 2, "verdadeiro se o conjunto tem o valor")
    case .union:
      Signature([.set], 2, nil, "os valores que estão em qualquer um dos conjuntos, cada um uma vez")
    case .is: Signature([.any, .member], 2, nil, "is(x in a, b): verdadeiro se x é um dos valores")
    case .days: Signature([.day], 2, 2, "quantos dias há do primeiro ao segundo dia")
    case .age: Signature([.day], 2, 2, "anos completos, do nascimento ao segundo dia")
    }
  }

  /// Whether it takes a column row by row and gives a column; the others make one value of it.
  public var isRowByRow: Bool {
    switch self {
    case .min, .max, .sum, .avg, .count, .contains, .union: false
    default: true
    }
  }

  /// Whether a missing item stays missing in its arguments even where missing counts as zero: an average over
  /// two units of which one is missing is the value of the other.
  public var keepsMissing: Bool {
    switch self {
    case .isNull, .isNotNull, .firstNonNull, .greatest, .least, .min, .max, .sum, .avg, .count, .contains,
      .union, .is:
      true
    default: false
    }
  }
}
