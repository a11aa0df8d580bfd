import Vocabulary

/// Puts the result together once every row is read, or refuses the file.
struct ExtractAssembly {
  let opened: OpenExtract<PaymentsColumns>
  let merged: MergedTally
  private let people: PeopleCount
  private let feeder: BlockFeeder
  private let siafi: SiafiIndex
  private let limits: ReadLimits

  init(opened: OpenExtract<PaymentsColumns>, job: ReadingJob, people: PeopleCount) {
    self.opened = opened
    self.people = people
    feeder = job.feeder
    siafi = job.siafi
    limits = job.limits
    merged = MergedTally(job.tallies, feeder: job.feeder, limits: job.limits)
  }

  func extract() throws(ExtractFailure) -> PaymentsExtract {
    guard merged.rows > 0 else { throw .noRows }
    guard merged.accepted > 0 else {
      throw .nothingAccepted(rows: merged.rows, rejections: merged.rejections)
    }
    let columns = opened.start.columns
    let payroll = try PayrollMonth.find(columns, merged: merged)
    let eras = columns.header.eras
    let era = eras.first { $0.contains(payroll.month) } ?? eras[eras.count - 1]
    let unknown = unknownMunicipalities()
    return PaymentsExtract(
      layout: era.layout, payrollMonth: payroll.month, municipalities: municipalities(payroll),
      distinctByState: distinctByState(), distinctInCountry: people.inCountry,
      file: ExtractFile(
        name: opened.raw.name, bytes: opened.raw.bytesRead, sha256: opened.raw.sha256,
        memberName: opened.memberName, encoding: opened.start.encoding, delimiter: columns.delimiter),
      rowsRead: merged.rows, rowsAccepted: merged.accepted, rejections: merged.rejections,
      examples: merged.examples, unknownMunicipalities: Array(unknown.prefix(limits.unknownMunicipalities)),
      unknownMunicipalitiesLeftOut: max(0, unknown.count - limits.unknownMunicipalities),
      warnings: warnings(),
      hasCPF: columns.cpf != nil, knowsLateParcels: columns.secondMonth != .none)
  }

  private func municipalities(_ payroll: PayrollMonth) -> [MunicipalityPayments] {
    siafi.municipalities.indices.compactMap { index in
      let counts = merged.counts[index]
      let rejected = merged.rejectedByMunicipality[index] ?? [:]
      guard counts.parcels > 0 || !rejected.isEmpty else { return nil }
      return MunicipalityPayments(
        code: siafi.municipalities[index], parcels: Int(counts.parcels),
        beneficiaries: people.byMunicipality[index], amount: Cents(counts.cents),
        withoutCPF: opened.start.columns.cpf == nil ? nil : Int(counts.withoutCPF),
        lateParcels: payroll.late(index), suspectNIS: Int(counts.suspectNIS), rejected: rejected)
    }
  }

  private func distinctByState() -> [FederativeUnit: Int] {
    var distinct: [FederativeUnit: Int] = [:]
    for (unit, count) in zip(FederativeUnit.allCases, people.byState) where count > 0 {
      distinct[unit] = count
    }
    return distinct
  }

  private func unknownMunicipalities() -> [UnknownMunicipality] {
    merged.unknown.map { key, rows in
      UnknownMunicipality(
        code: key.code.map { Digits.padded(Int($0), to: 4) }, shape: key.shape, uf: key.unit?.rawValue,
        rows: rows)
    }.sorted { left, right in
      if left.rows != right.rows { return left.rows > right.rows }
      return (left.code ?? "~", left.shape ?? "", left.uf ?? "")
        < (right.code ?? "~", right.shape ?? "", right.uf ?? "")
    }
  }

  private func warnings() -> [ExtractWarning] {
    var warnings: [ExtractWarning] = []
    if opened.start.hasByteOrderMark { warnings.append(.bomRemoved) }
    if opened.start.encoding == .utf8 { warnings.append(.readAsUTF8) }
    if opened.start.columns.delimiter != opened.start.columns.header.usualDelimiter {
      warnings.append(.unusualDelimiter(opened.start.columns.delimiter))
    }
    if feeder.nulBytes > 0 { warnings.append(.nulBytesRemoved(count: feeder.nulBytes)) }
    if merged.ufMismatches > 0 { warnings.append(.ufMismatch(rows: merged.ufMismatches)) }
    if let line = merged.truncatedLine { warnings.append(.truncatedLastLine(line: line)) }
    return warnings
  }
}
