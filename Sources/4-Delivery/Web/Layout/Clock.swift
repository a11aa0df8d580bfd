import Foundation
import Vocabulary

/// A moment as the people of a place read it on their clock.
struct Clock: Sendable {
  let zone: String

  /// `23 nov. 2026, 11:08`
  func moment(_ instant: Instant) -> String {
    let local = local(instant)
    return "\(Brazilian.day(local.day)), \(local.description.dropFirst(11).prefix(5))"
  }

  /// `23 nov. 2026`
  func day(_ instant: Instant) -> String { Brazilian.day(local(instant).day) }

  /// What the clocks of the place show, written as if it were universal time.
  private func local(_ instant: Instant) -> Instant {
    let seconds = Double(instant.millisecondsSince1970) / 1_000
    let offset = (TimeZone(identifier: zone) ?? .gmt).secondsFromGMT(
      for: Date(timeIntervalSince1970: seconds))
    return Instant(millisecondsSince1970: instant.millisecondsSince1970 + Int64(offset) * 1_000)
  }

  /// When the day begins on this clock.
  func beginning(of day: Day) -> Instant {
    let universal = Instant("\(day)T00:00:00.000Z")!
    let offset = (TimeZone(identifier: zone) ?? .gmt).secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(universal.millisecondsSince1970) / 1_000))
    return universal.adding(seconds: -Int64(offset))
  }

  /// When the day after begins.
  func end(of day: Day) -> Instant { beginning(of: day).adding(seconds: 86_400) }

  /// `horário de Cuiabá`
  var name: String { "horário de \(city)" }

  /// `Cuiabá (UTC−4)`
  var label: String {
    let seconds = (TimeZone(identifier: zone) ?? .gmt).secondsFromGMT(
      for: Date(timeIntervalSince1970: 1_700_000_000))
    let hours = seconds / 3_600
    return "\(city) (UTC\(hours < 0 ? Brazilian.minus : "+")\(abs(hours)))"
  }

  private var city: String { Self.cities[zone] ?? zone }

  private static let cities = [
    "America/Araguaina": "Araguaína", "America/Bahia": "Salvador", "America/Belem": "Belém",
    "America/Boa_Vista": "Boa Vista", "America/Campo_Grande": "Campo Grande", "America/Cuiaba": "Cuiabá",
    "America/Eirunepe": "Eirunepé", "America/Fortaleza": "Fortaleza", "America/Maceio": "Maceió",
    "America/Manaus": "Manaus", "America/Noronha": "Fernando de Noronha",
    "America/Porto_Velho": "Porto Velho",
    "America/Recife": "Recife", "America/Rio_Branco": "Rio Branco", "America/Santarem": "Santarém",
    "America/Sao_Paulo": "Brasília",
  ]
}
