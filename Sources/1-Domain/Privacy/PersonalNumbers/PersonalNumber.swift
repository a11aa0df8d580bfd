/// A place in a text where what stands there looks like the number of a person. It says what kind and where, and never
/// carries the number itself, so that it may go into a record or a log.
public struct PersonalNumber: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case cpf
    case nis
    /// Cartão Nacional de Saúde (Cartão SUS).
    case healthCard
    case telephone
  }

  public enum Certainty: Hashable, Sendable {
    /// Digits, check digits and form all speak for it.
    case likely
    /// The digits would do, and they may as well be something else: the number of a unit, of a protocol.
    case possible
  }

  public let kind: Kind
  public let certainty: Certainty
  /// The line of the text, from 1.
  public let line: Int
  /// From the first digit to the last; an index of the text that was searched.
  public let range: Range<String.Index>
}
