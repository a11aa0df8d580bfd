import Vocabulary

/// `Mon, 23 Nov 2026 15:08:33 +0000`, as RFC 5322 writes moments.
enum MailDate {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func text(_ instant: Instant) -> String {
    // `2026-11-23T15:08:33.000Z`
    let parts = instant.description.split { "-T.Z".contains($0) }
    let month = Digits.number(parts[1]) ?? 1
    let days = (Double(instant.millisecondsSince1970) / 86_400_000).rounded(.down)
    // 1 January 1970 was a Thursday.
    let weekday = Int(days) % 7
    return
      "\(Self.days[weekday < 0 ? weekday + 7 : weekday]), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]) +0000"
  }
}
