/// Who answers for the personal data here, as the installation's settings say. Nil where nothing was said yet.
public struct DataProtection: Sendable {
  /// The body that decides about the data: the controlador (Lei 13.709/2018, art. 5º, VI).
  public let organisation: String?
  /// The encarregado (art. 41).
  public let officer: String?
  /// How to reach the encarregado: an address, a telephone, a page.
  public let contact: String?

  public init(organisation: String? = nil, officer: String? = nil, contact: String? = nil) {
    self.organisation = organisation
    self.officer = officer
    self.contact = contact
  }
}
