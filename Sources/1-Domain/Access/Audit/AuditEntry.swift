public import Vocabulary

/// One entry of the trail, as it stands in the store: texts, because an older program must read what a newer one wrote,
/// and because an altered entry must be shown and named like any other.
public struct AuditEntry: Hashable, Sendable {
  /// Of names, addresses and request ids; longer ones are cut.
  public static let maximumNameBytes = 200

  /// From 1, without gaps.
  public let number: Int
  /// `Instant` as text.
  public let at: String
  /// Nil for the program itself, the command line and whoever had not signed in.
  public let actorID: String?
  public let actorName: String
  /// The administrator behind the screen, when the program was seen as the actor.
  public let viewerID: String?
  public let address: String
  public let requestID: String
  public let action: String
  public let thingKind: String?
  public let thingID: String?
  public let place: String?
  public let before: AuditValues
  public let after: AuditValues
  /// Of the entry before; `AuditHead.beginning` for the first.
  public let previousHash: String
  /// SHA-256 of `canonicalForm`, in hexadecimal.
  public let hash: String

  public init(
    number: Int, at: String, actorID: String?, actorName: String, viewerID: String?, address: String,
    requestID: String, action: String, thingKind: String?, thingID: String?, place: String?,
    before: AuditValues, after: AuditValues, previousHash: String, hash: String
  ) {
    self.number = number
    self.at = at
    self.actorID = actorID
    self.actorName = actorName
    self.viewerID = viewerID
    self.address = address
    self.requestID = requestID
    self.action = action
    self.thingKind = thingKind
    self.thingID = thingID
    self.place = place
    self.before = before
    self.after = after
    self.previousHash = previousHash
    self.hash = hash
  }

  /// The entry that follows `head`.
  /// - Parameter hash: SHA-256 of a text's UTF-8, in 64 lower-case hexadecimal digits.
  public init(
    _ note: AuditNote, by actor: Actor, at instant: Instant, after head: AuditHead,
    hash: (String) -> String
  ) {
    func name(_ text: String) -> String { AuditText.cleaned(text, maximumBytes: Self.maximumNameBytes) }
    let open = AuditEntry(
      number: head.number + 1, at: instant.description, actorID: actor.person?.text,
      actorName: name(actor.name), viewerID: actor.viewer?.text, address: name(actor.origin.address),
      requestID: name(actor.origin.requestID), action: note.action.rawValue,
      thingKind: note.thing?.kind.rawValue, thingID: note.thing?.id, place: note.place?.description,
      before: note.before, after: note.after, previousHash: head.hash, hash: "")
    self.init(sealing: open, hash: hash(open.canonicalForm))
  }

  private init(sealing open: AuditEntry, hash: String) {
    self.init(
      number: open.number, at: open.at, actorID: open.actorID, actorName: open.actorName,
      viewerID: open.viewerID, address: open.address, requestID: open.requestID, action: open.action,
      thingKind: open.thingKind, thingID: open.thingID, place: open.place, before: open.before,
      after: open.after, previousHash: open.previousHash, hash: hash)
  }

  public var head: AuditHead { AuditHead(number: number, hash: hash) }

  private static let formName = "prumo audit entry 1"

  /// What is hashed. The name of this form, then each field as `length:text,` with the length in bytes of UTF-8, or `-,`
  /// for a field that has no value: no two entries share one form, whatever their texts hold.
  public var canonicalForm: String {
    let fields: [String?] = [
      Self.formName, String(number), at, actorID, actorName, viewerID, address, requestID, action, thingKind,
      thingID, place, before.text, after.text, previousHash,
    ]
    return fields.map { field in field.map { "\($0.utf8.count):\($0)," } ?? "-," }.joined()
  }
}
