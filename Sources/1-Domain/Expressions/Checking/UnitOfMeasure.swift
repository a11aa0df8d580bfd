/// What a number counts: `famílias`, `reais/família`, or nothing (`plain`, as a fraction or a number written
/// in a formula). Families and reais are not added; reais by families are reais per family.
public struct UnitOfMeasure: Hashable, Sendable, CustomStringConvertible {
  private struct Factor: Hashable {
    let name: String
    let exponent: Int
  }

  /// In order of name, none with the exponent zero.
  private let factors: [Factor]

  private init(factors: [Factor]) {
    self.factors = factors.filter { $0.exponent != 0 }.sorted { $0.name < $1.name }
  }

  public static let plain = Self(factors: [])
  /// Money: a formula that gives it must be exact.
  public static let reais = Self(factors: [Factor(name: "reais", exponent: 1)])
  public static let days = Self(factors: [Factor(name: "dias", exponent: 1)])
  public static let years = Self(factors: [Factor(name: "anos", exponent: 1)])

  /// Reads `famílias`, `reais/família`, `pessoas·dias/mês`; nil when a name is empty. What is the same below
  /// and above the line cancels.
  public init?(_ text: String) {
    var exponents: [String: Int] = [:]
    for (index, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      for name in part.split(separator: "·", omittingEmptySubsequences: false) {
        guard !name.isEmpty else { return nil }
        exponents[String(name), default: 0] += index == 0 ? 1 : -1
      }
    }
    self.init(factors: exponents.map { Factor(name: $0.key, exponent: $0.value) })
  }

  public var isPlain: Bool { factors.isEmpty }

  /// Whether there is money in it.
  public var hasMoney: Bool { factors.contains { $0.name == "reais" } }

  /// `reais/família`; empty when plain.
  public var description: String {
    var above = ""
    var below = ""
    for factor in factors {
      for _ in 0..<abs(factor.exponent) {
        if factor.exponent > 0 {
          above += (above.isEmpty ? "" : "·") + factor.name
        } else {
          below += "/" + factor.name
        }
      }
    }
    return above.isEmpty && !below.isEmpty ? "1" + below : above + below
  }

  func multiplied(by other: Self, power: Int = 1) -> Self {
    var exponents: [String: Int] = [:]
    for factor in factors { exponents[factor.name] = factor.exponent }
    for factor in other.factors { exponents[factor.name, default: 0] += factor.exponent * power }
    return Self(factors: exponents.map { Factor(name: $0.key, exponent: $0.value) })
  }
}
