import Vocabulary

/// The payments files of the Portal da Transparência that can be read, by era. Which one a file is follows from its
/// header and, where two eras share a header, from its payroll month; never from its name.
public enum PaymentsLayout: String, Sendable, CaseIterable, Hashable {
  /// March 2023 on: nine columns with masked CPF.
  case novoBolsaFamilia
  /// November 2021 to February 2023: the same nine columns.
  case auxilioBrasil
  /// 2018 to October 2021: eight columns, nine with CPF in the last months.
  case bolsaFamiliaPagamentos
  /// 2018 to 2021: what was withdrawn, with the day.
  case bolsaFamiliaSaques
  /// 2011 to 2017: budget codes, decimal point, tabs; twelve columns, thirteen with the parcel's month number.
  case bolsaFamiliaFolha
  /// 2017: withdrawals with budget codes, decimal point; fourteen columns.
  case bolsaFamiliaSaquesOrcamento

  /// The programme's name as it stood then.
  public var programmeName: String {
    switch self {
    case .novoBolsaFamilia, .bolsaFamiliaPagamentos, .bolsaFamiliaSaques, .bolsaFamiliaFolha,
      .bolsaFamiliaSaquesOrcamento:
      "Bolsa Família"
    case .auxilioBrasil: "Auxílio Brasil"
    }
  }

  /// Whether files of this layout are published with the CPF column. What one file had is
  /// `PaymentsExtract.hasCPF`: the column came to Bolsa Família Pagamentos only at its end.
  public var hasCPF: Bool { self == .novoBolsaFamilia || self == .auxilioBrasil }
}

/// From when until when a header belongs to a layout; both ends are inclusive.
struct LayoutEra: Sendable {
  let layout: PaymentsLayout
  let since: ReferenceMonth?
  let until: ReferenceMonth?

  func contains(_ month: ReferenceMonth) -> Bool {
    (since.map { $0 <= month } ?? true) && (until.map { month <= $0 } ?? true)
  }
}
