/// Which program this is, for those who watch over it.
public enum ProgramVersion {
  public static let text = "0.3"
}
