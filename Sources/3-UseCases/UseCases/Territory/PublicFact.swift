import CatalogueReader
import Indicators
import Records
import Vocabulary

/// Counts per municipality that are public and come with the program.
struct PublicFact {
  let text: String
  let fileName: String
  let dataset: CatalogueKey
  let observations: [Observation]
  let months: [ReferenceMonth]
  let rows: Int

  /// `dataset` is the element's own key where nothing else is said.
  init(
    text: String, file: String, columns: [(name: String, element: CatalogueKey, month: ReferenceMonth)],
    dataset: CatalogueKey? = nil
  ) throws {
    let counts = try readCounts(text, file: file, columns: columns.map(\.name))
    self.text = text
    fileName = String(file.split(separator: "/").last!)
    self.dataset = dataset ?? columns[0].element
    months = columns.map(\.month)
    rows = counts.count
    observations = counts.flatMap { entry in
      zip(columns, entry.counts).map { column, count in
        Observation(
          element: column.element, territory: .municipality(entry.municipality), month: column.month,
          value: Int64(count))
      }
    }
  }

  var sha256: String { sha256Text([text]) }

  func municipalities(in month: ReferenceMonth) -> [IBGECode] {
    observations.compactMap { observation in
      guard observation.month == month, case .municipality(let code) = observation.territory else {
        return nil
      }
      return code
    }
  }
}
