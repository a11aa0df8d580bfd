public import Vocabulary

/// A message in plain text from the program to one person.
public struct Mail: Sendable {
  public static let maximumSubjectBytes = 200
  public static let maximumTextBytes = 64 << 10

  public let id: ID<Mail>
  public let from: Mailbox
  public let to: Mailbox
  public let subject: String
  public let text: String
  public let writtenAt: Instant

  /// - Throws: `mail.lineBreak` and `mail.tooLong`, with the field.
  public init(
    id: ID<Mail>, from: Mailbox, to: Mailbox, subject: String, text: String, writtenAt: Instant
  ) throws(Problem) {
    try HeaderText.check(subject, field: "subject", maximumBytes: Self.maximumSubjectBytes)
    guard text.utf8.count <= Self.maximumTextBytes else {
      throw .invalid(field: "text", rule: "mail.tooLong", ["limit": String(Self.maximumTextBytes)])
    }
    self.id = id
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.writtenAt = writtenAt
  }

  /// The whole message as it is sent (RFC 5322): ASCII only, lines end with CRLF.
  public var message: [UInt8] {
    let header = [
      "Date: \(MailDate.text(writtenAt))",
      "From: \(from.header)",
      "To: \(to.header)",
      "Subject: \(HeaderText.words(subject))",
      "Message-ID: <\(id)@\(from.domain)>",
      // Absence notices and the like do not answer what a program sends (RFC 3834).
      "Auto-Submitted: auto-generated",
      "Content-Language: pt-BR",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ]
    return Array((header.joined(separator: "\r\n") + "\r\n\r\n").utf8) + QuotedPrintable.encoded(text)
  }
}

/// Invitations hold links that sign in; nothing of a message gets into a log.
extension Mail: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "Mail(\(id))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
