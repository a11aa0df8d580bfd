/// Size class of a municipality in SUAS, by census population. Source: PNAS 2004; NOB/SUAS.
public enum Porte: String, CaseIterable, Hashable, Sendable, Comparable {
  case pequenoI, pequenoII, medio, grande, metropole

  public init(population: Int) {
    self =
      switch population {
      case ...20_000: .pequenoI
      case ...50_000: .pequenoII
      case ...100_000: .medio
      case ...900_000: .grande
      default: .metropole
      }
  }

  public static func < (left: Self, right: Self) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}
