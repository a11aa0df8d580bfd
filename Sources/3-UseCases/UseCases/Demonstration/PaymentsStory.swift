import Access
import Extracts
import Indicators
import Records
import SQLStore
import Vocabulary

/// Thirteen months of invented payments in Mato Grosso and Acre, loaded by Iara as a person loads them: after the month
/// whose parcels are public, and about as large. What is to be seen in them:
/// - Água Boa loses families from August 2024 on, and many of its parcels come late;
/// - Acorizal is missing in June 2024 and Jordão in October: a gap, not a zero;
/// - December 2024 came with half of Rio Branco, and again, corrected;
/// - every file has a few rows that cannot be read.
struct PaymentsStory: DemonstrationStory {
  let name = "payments"

  static let firstMonth = ReferenceMonth(year: 2024, month: 1)!
  static let months = 13

  private static let aguaBoa = IBGECode("5100201")!
  private static let rioBranco = IBGECode("1200401")!
  private static let monthOfTheFall = ReferenceMonth(year: 2024, month: 8)!
  private static let correctedMonth = ReferenceMonth(year: 2024, month: 12)!
  private static let gaps = [
    IBGECode("5100102")!: ReferenceMonth(year: 2024, month: 6)!,
    IBGECode("1200328")!: ReferenceMonth(year: 2024, month: 10)!,
  ]

  func tell(_ world: DemonstrationWorld, to prumo: Prumo) async throws {
    let iara = try await prumo.castActor(.iara)
    let places = try await places(in: prumo)
    for number in 0..<Self.months {
      let month = Self.firstMonth + number
      let file = InventedPayments(month: month, groups: groups(of: places, in: month, world))
      if month == Self.correctedMonth {
        try await load(file.withHalf(of: Self.rioBranco), named: "demonstracao", by: iara, into: prumo)
        try await load(file, named: "demonstracao_corrigido", by: iara, into: prumo)
      } else {
        try await load(file, named: "demonstracao", by: iara, into: prumo)
      }
    }
  }

  private func load(
    _ file: InventedPayments, named ending: String, by actor: Actor, into prumo: Prumo
  ) async throws {
    let digits = file.month.description.filter { $0 != "-" }
    let name = "\(digits)_NovoBolsaFamilia_\(ending).csv"
    _ = try await prumo.load(
      LoadRequest(source: .stream(file.stream(), name: name, expectedBytes: nil)), by: actor)
  }

  /// Both states' municipalities, with as many families as had parcels in the public month before.
  private func places(in prumo: Prumo) async throws -> [InventedPlace] {
    let parcels = CatalogueKey("pbf.parcels")!
    let facts = try ReferenceTexts.read().facts().flatMap(\.observations)
    let families = Dictionary(
      uniqueKeysWithValues: facts.filter { $0.element == parcels }.map { ($0.territory, Int($0.value)) })
    return try await prumo.store.read { db in
      let siafi = Dictionary(
        uniqueKeysWithValues: try MunicipalityRecords.siafiCodes(in: db).map { ($0.municipality, $0.siafi) })
      let municipalities = try [FederativeUnit.MT, .AC].flatMap { unit in
        try MunicipalityRecords.all(of: unit, on: Self.firstMonth.firstDay, in: db)
      }
      return municipalities.compactMap { municipality in
        guard let code = siafi[municipality.code], let count = families[.municipality(municipality.code)]
        else { return nil }
        return InventedPlace(
          code: municipality.code, siafi: code, name: NameKey(municipality.name).text.uppercased(),
          families: count)
      }
    }
  }

  /// Who is paid in a month. A place keeps its course over the year; each month strays a little from it.
  private func groups(
    of places: [InventedPlace], in month: ReferenceMonth, _ world: DemonstrationWorld
  ) -> [InventedPayments.Group] {
    let passed = month.months(since: Self.firstMonth)
    return places.enumerated().compactMap { number, place in
      guard Self.gaps[place.code] != month else { return nil }
      var course = SeededNumbers(world.seed, UInt64(place.code.number))
      var stray = SeededNumbers(world.seed, UInt64(place.code.number), UInt64(month.index))
      // In thousandths of the place's families.
      let (yearly, lateUsually) = (course.number(in: -45...55), course.number(in: 4...38))
      var size = 1_000 + yearly * passed / 12 + stray.number(in: -6...6)
      var late = max(0, lateUsually + stray.number(in: -3...3))
      if place.code == Self.aguaBoa, month >= Self.monthOfTheFall {
        size -= 20 * (month.months(since: Self.monthOfTheFall) + 1)
        late += 70
      }
      let usual = max(place.families / world.familiesPerFamily, Self.fewestFamilies)
      let families = max(usual * size / 1_000, Self.fewestFamilies)
      // Every month some go and others come: the people move on along the line of invented numbers.
      let first = number * Self.peoplePerPlace + usual * Self.leavingPerThousand * passed / 1_000
      return InventedPayments.Group(
        place: place, firstPerson: first, families: families, lateParcels: families * late / 1_000)
    }
  }

  private static let fewestFamilies = 3
  private static let peoplePerPlace = 100_000
  private static let leavingPerThousand = 8
}
