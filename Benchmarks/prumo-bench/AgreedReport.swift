import Extracts
import Vocabulary

/// The answer in the form in which all engines give it, to be compared byte by byte.
enum AgreedReport {
  static func text(of extract: PaymentsExtract) -> String {
    var lines: [String] = []
    for place in extract.municipalities where place.parcels > 0 {
      let numbers = [
        place.parcels, place.beneficiaries, Int(place.amount.count), place.withoutCPF ?? -1,
        place.lateParcels,
        place.suspectNIS,
      ]
      lines.append("M;\(place.code);" + numbers.map(String.init).joined(separator: ";"))
    }
    for (unit, people) in extract.distinctByState.sorted(by: { $0.key < $1.key }) {
      lines.append("S;\(unit);\(people)")
    }
    lines.append("C;\(extract.distinctInCountry)")
    lines.append("A;\(extract.rowsRead);\(extract.rowsAccepted)")
    for reason in [RejectReason.month, .municipality, .nis, .value] {
      lines.append("R;\(reason);\(extract.rejections[reason] ?? 0)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
