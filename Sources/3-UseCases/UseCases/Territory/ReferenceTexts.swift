import Assets
import CatalogueReader
import Crypto
import Indicators
import SQLStore
import Vocabulary

/// The catalogue's texts of the territory and the public facts.
struct ReferenceTexts {
  let states: String
  let regions: String
  let municipalities: String
  let idcras: String
  let units: String
  let parcels: String

  static func read() throws -> Self {
    func text(_ name: String) throws -> String {
      guard let text = Assets.text(name) else { throw StoreError.defect("\(name) is not in the program") }
      return text
    }
    return Self(
      states: try text("Catalogue/territory/states.csv"),
      regions: try text("Catalogue/territory/regions.csv"),
      municipalities: try text("Catalogue/territory/municipalities.csv"),
      idcras: try text("Catalogue/facts/idcras-2021-mt-ac.csv"),
      units: try text("Catalogue/facts/suas-units.csv"),
      parcels: try text("Catalogue/facts/pbf-parcels-2023-12.csv"))
  }

  enum Part: String {
    case territory
    case facts
  }

  /// A fingerprint of each part.
  var editions: [Part: String] {
    [
      .territory: sha256Text([states, regions, municipalities, idcras]),
      .facts: sha256Text([units, parcels]),
    ]
  }

  func territory() throws -> ReferenceTerritory {
    try readReferenceTerritory(states: states, regions: regions, municipalities: municipalities)
  }

  func facts() throws -> [PublicFact] {
    let december2021 = ReferenceMonth(year: 2021, month: 12)!
    let december2023 = ReferenceMonth(year: 2023, month: 12)!
    return [
      try PublicFact(
        text: units, file: "Catalogue/facts/suas-units.csv",
        columns: [("cras_2021", CatalogueKey("suas.cras")!, december2021)]),
      try PublicFact(
        text: units, file: "Catalogue/facts/suas-units.csv",
        columns: [
          ("creas_2021", CatalogueKey("suas.creas")!, december2021),
          ("creas_2023", CatalogueKey("suas.creas")!, december2023),
        ]),
      try PublicFact(
        text: parcels, file: "Catalogue/facts/pbf-parcels-2023-12.csv",
        columns: [("parcels", CatalogueKey("pbf.parcels")!, december2023)],
        dataset: CatalogueKey("pbf.payments")!),
    ]
  }
}

func sha256Text(_ texts: [String]) -> String {
  var hash = SHA256()
  for text in texts { hash.update(data: Array(text.utf8)) }
  return hash.finalize().map { byte in
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }.joined()
}
