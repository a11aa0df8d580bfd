/// The sector a person works for; the intersectoral work of the programme rests on these. Source: Lei 14.601/2023 and
/// the IGD-M's own parts (registry, health, education).
public enum Sector: String, CaseIterable, Hashable, Sendable {
  /// Management of the registry and of the programme.
  case gestao
  /// Assistência social.
  case assistencia
  case educacao
  case saude
}
