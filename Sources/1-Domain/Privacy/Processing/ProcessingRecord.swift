/// One entry of the record of processing that whoever decides about personal data must keep. All texts are Portuguese, for
/// the page. Source: Lei 13.709/2018 (LGPD), art. 37; the fields are those that the ANPD's model for small bodies asks for.
public struct ProcessingRecord: Hashable, Sendable {
  /// Names the entry within `Catalogue/privacy`, as `accounts`.
  public let key: String
  public let title: String
  /// What the data are for.
  public let purpose: String
  /// What allows it.
  public let legalBasis: String
  /// Whose data.
  public let people: String
  /// Which data, one each.
  public let items: [String]
  /// Where they come from.
  public let origin: String
  /// Who gets to see them.
  public let recipients: String
  public let retention: [RetentionSubject]
  public let security: String
  /// What the state's encarregado still has to confirm; nil where the law leaves no doubt.
  public let toConfirm: String?

  public init(
    key: String, title: String, purpose: String, legalBasis: String, people: String, items: [String],
    origin: String, recipients: String, retention: [RetentionSubject], security: String, toConfirm: String?
  ) {
    self.key = key
    self.title = title
    self.purpose = purpose
    self.legalBasis = legalBasis
    self.people = people
    self.items = items
    self.origin = origin
    self.recipients = recipients
    self.retention = retention
    self.security = security
    self.toConfirm = toConfirm
  }
}
