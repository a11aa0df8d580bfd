public import Vocabulary

extension Person {
  public static let longestName = 120
  /// The trail keeps 400 bytes of a value.
  public static let longestReason = 200
  /// An account is looked at once a year: whether the person still needs it.
  public static let reviewDays = 365

  /// The name without spaces around it. Throws `person.nameMissing`, `person.nameTooLong` or `person.nameUnreadable`.
  public static func checkedName(_ text: String) throws(Problem) -> String {
    let name = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    guard !NameKey(name).text.isEmpty else { throw .invalid(field: "nome", rule: "person.nameMissing") }
    guard name.count <= longestName, name.utf8.count <= 4 * longestName else {
      throw .invalid(field: "nome", rule: "person.nameTooLong", ["limit": String(longestName)])
    }
    guard name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
      throw .invalid(field: "nome", rule: "person.nameUnreadable")
    }
    return name
  }

  /// Throws `person.emailUnreadable`.
  public static func checkedEmail(_ text: String) throws(Problem) -> EmailAddress {
    let typed = text.filter { !$0.isWhitespace }
    guard let email = EmailAddress(typed) else {
      throw .invalid(field: "email", rule: "person.emailUnreadable")
    }
    return email
  }

  /// Why an account ends, without spaces around it. Throws `person.reasonMissing` or `person.reasonTooLong`.
  public static func checkedReason(_ text: String) throws(Problem) -> String {
    let reason = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    guard !reason.isEmpty else { throw .invalid(field: "motivo", rule: "person.reasonMissing") }
    guard reason.count <= longestReason else {
      throw .invalid(field: "motivo", rule: "person.reasonTooLong", ["limit": String(longestReason)])
    }
    return reason
  }

  /// Whether it is time to ask again if the account is still needed.
  public func isReviewDue(at now: Instant) -> Bool {
    reviewedAt <= Self.reviewedBefore(now)
  }

  /// Who was reviewed at this moment or earlier is due.
  public static func reviewedBefore(_ now: Instant) -> Instant {
    now.adding(seconds: -Int64(reviewDays) * 24 * 3_600)
  }
}
