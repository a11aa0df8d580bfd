import Vocabulary

/// Which columns of a payments file mean what.
struct PaymentsColumns: FileColumns {
  enum SecondMonth: Sendable, Equatable {
    case none
    /// A whole month at this position.
    case full(Int)
    /// A month's number at this position; its year is the payroll's.
    case number(Int)
  }

  let header: PaymentsHeader
  let delimiter: ExtractDelimiter
  let fieldCount: Int
  /// Column names as the table has them, by position; nil for columns that are not read.
  let names: [String?]
  let firstMonth: Int
  let secondMonth: SecondMonth
  let federativeUnit: Int
  let municipality: Int
  let cpf: Int?
  let nis: Int
  let value: Int

  static func recognise(_ line: String) throws(ExtractFailure) -> PaymentsColumns {
    guard let match = try HeaderRecognition.match(line, among: PaymentsLayouts.headers),
      let columns = PaymentsColumns(match)
    else { throw HeaderRefusal.of(line) }
    return columns
  }

  private init?(_ match: HeaderMatch<PaymentsHeader>) {
    let positions = match.positions
    guard let first = positions[.competenceMonth] ?? positions[.referenceMonth],
      let federativeUnit = positions[.federativeUnit], let municipality = positions[.municipality],
      let nis = positions[.nis], let value = positions[.value]
    else { return nil }
    header = match.header
    delimiter = match.delimiter
    fieldCount = match.fieldCount
    names = match.names
    firstMonth = first
    if positions[.competenceMonth] != nil, let second = positions[.referenceMonth] {
      let form = match.header.columns.first { $0.field == .referenceMonth }?.monthForm ?? .yearAndMonth
      secondMonth = form == .monthNumber ? .number(second) : .full(second)
    } else {
      secondMonth = .none
    }
    self.federativeUnit = federativeUnit
    self.municipality = municipality
    cpf = positions[.cpf]
    self.nis = nis
    self.value = value
  }
}
