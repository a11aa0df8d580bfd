/// The two ways of writing a statement. One text serves both; what differs is decided while rendering.
public enum Dialect: Sendable {
  case sqlite
  case postgres
}
