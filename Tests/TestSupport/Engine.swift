import Testing

/// The two engines; every test of the store runs on both: `@Test(arguments: Engine.allCases)`.
public enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite
  case postgres

  public var testDescription: String { rawValue }
}
