import Vocabulary

// The table of headers. A new federal payments file is a new entry here: see docs/how-to/add-a-file-format.md.

/// What a column of a payments file means to its reader.
enum PaymentsField: String, Sendable, CaseIterable {
  case competenceMonth
  case referenceMonth
  case federativeUnit
  case municipality
  case cpf
  case nis
  case value
  /// Never looked at: that these columns are there tells one header from another.
  case withdrawalDay, fundingSource
}

/// One published header.
struct PaymentsHeader: PublishedHeader {
  let key: String
  let columns: [LayoutColumn<PaymentsField>]
  let usualDelimiter: ExtractDelimiter
  /// Comma or point before the cents.
  let decimalSign: UInt8
  /// The sign between thousands that the publisher wrote in this era (`1,022.00`); nil refuses any.
  let thousandsSign: UInt8?
  /// Columns whose presence says that the file is not this one.
  let absentNames: [String]
  /// In order of time; the first that contains the payroll month is the layout.
  let eras: [LayoutEra]
}

/// A federal file that is no payroll of Bolsa Família, known well enough to be named in a refusal.
struct OtherProgramme: Sendable {
  /// Portuguese proper noun.
  let name: String
  /// All of these columns…
  let presentNames: [String]
  /// …and none of these.
  var absentNames: [String] = []
}

/// Source: published files of January 2017 and December 2023; the other eras from the Portal da Transparência's data
/// dictionaries and from public projects that quote the headers they read.
enum PaymentsLayouts {
  static let auxilioBrasilBegins = ReferenceMonth(year: 2021, month: 11)!
  static let novoBolsaFamiliaBegins = ReferenceMonth(year: 2023, month: 3)!

  /// More particular headers first: the first whose required columns are all there is the header.
  static let headers: [PaymentsHeader] = [saquesOrcamento, folha, saques, payments]

  /// Novo Bolsa Família, Auxílio Brasil and Bolsa Família Pagamentos from 2018: one set of names in two orders.
  static let payments = PaymentsHeader(
    key: "payments",
    columns: [
      LayoutColumn(field: .competenceMonth, names: ["MÊS COMPETÊNCIA"]),
      LayoutColumn(field: .referenceMonth, names: ["MÊS REFERÊNCIA"]),
      LayoutColumn(field: .federativeUnit, names: ["UF"]),
      LayoutColumn(field: .municipality, names: ["CÓDIGO MUNICÍPIO SIAFI", "CÓDIGO SIAFI MUNICÍPIO"]),
      LayoutColumn(field: .cpf, names: ["CPF FAVORECIDO"], isRequired: false),
      LayoutColumn(field: .nis, names: ["NIS FAVORECIDO"]),
      LayoutColumn(field: .value, names: ["VALOR PARCELA"]),
    ],
    usualDelimiter: .semicolon, decimalSign: UInt8(ascii: ","), thousandsSign: nil,
    absentNames: ["RGP FAVORECIDO", "SITUAÇÃO"],
    eras: [
      LayoutEra(layout: .bolsaFamiliaPagamentos, since: nil, until: auxilioBrasilBegins - 1),
      LayoutEra(layout: .auxilioBrasil, since: auxilioBrasilBegins, until: novoBolsaFamiliaBegins - 1),
      LayoutEra(layout: .novoBolsaFamilia, since: novoBolsaFamiliaBegins, until: nil),
    ])

  /// Bolsa Família Saques from 2018. The parcel's month is missing in some issues.
  static let saques = PaymentsHeader(
    key: "saques",
    columns: [
      LayoutColumn(field: .competenceMonth, names: ["MÊS COMPETÊNCIA"], isRequired: false),
      LayoutColumn(field: .referenceMonth, names: ["MÊS REFERÊNCIA"]),
      LayoutColumn(field: .federativeUnit, names: ["UF"]),
      LayoutColumn(field: .municipality, names: ["CÓDIGO MUNICÍPIO SIAFI", "CÓDIGO SIAFI MUNICÍPIO"]),
      LayoutColumn(field: .cpf, names: ["CPF FAVORECIDO", "CPF BENEFICIÁRIO"], isRequired: false),
      LayoutColumn(field: .nis, names: ["NIS FAVORECIDO", "NIS BENEFICIÁRIO"]),
      LayoutColumn(field: .withdrawalDay, names: ["DATA SAQUE", "DATA DO SAQUE"]),
      LayoutColumn(field: .value, names: ["VALOR PARCELA", "VALOR SAQUE"]),
    ],
    usualDelimiter: .semicolon, decimalSign: UInt8(ascii: ","), thousandsSign: nil,
    absentNames: [],
    eras: [LayoutEra(layout: .bolsaFamiliaSaques, since: nil, until: nil)])

  /// Bolsa Família payroll until 2017. Real amounts above a thousand are written `1,022.00`.
  static let folha = PaymentsHeader(
    key: "folha",
    columns: budgetColumns + [
      LayoutColumn(
        field: .referenceMonth, names: ["Mês Referência Parcela"], isRequired: false, monthForm: .monthNumber)
    ],
    usualDelimiter: .tab, decimalSign: UInt8(ascii: "."), thousandsSign: UInt8(ascii: ","),
    absentNames: ["Data do Saque", "Data Saque"],
    eras: [LayoutEra(layout: .bolsaFamiliaFolha, since: nil, until: nil)])

  /// Bolsa Família Saques of 2017.
  static let saquesOrcamento = PaymentsHeader(
    key: "saquesOrcamento",
    columns: budgetColumns + [
      LayoutColumn(
        field: .referenceMonth, names: ["Mês Referência Parcela"], isRequired: false, monthForm: .monthNumber),
      LayoutColumn(field: .withdrawalDay, names: ["Data do Saque", "Data Saque"]),
    ],
    usualDelimiter: .semicolon, decimalSign: UInt8(ascii: "."), thousandsSign: UInt8(ascii: ","),
    absentNames: [],
    eras: [LayoutEra(layout: .bolsaFamiliaSaquesOrcamento, since: nil, until: nil)])

  private static let budgetColumns: [LayoutColumn<PaymentsField>] = [
    LayoutColumn(field: .federativeUnit, names: ["UF"]),
    LayoutColumn(
      field: .municipality,
      names: ["Código SIAFI Município", "Código Município SIAFI", "Cód. SIAFI Município"]),
    LayoutColumn(field: .nis, names: ["NIS Favorecido"]),
    LayoutColumn(field: .value, names: ["Valor Parcela"]),
    LayoutColumn(field: .competenceMonth, names: ["Mês Competência"]),
    LayoutColumn(field: .fundingSource, names: ["Fonte-Finalidade"]),
  ]

  /// Compared in order after no header of `headers` fitted.
  static let otherProgrammes: [OtherProgramme] = [
    OtherProgramme(
      name: "Benefício de Prestação Continuada (BPC)",
      presentNames: ["NIS BENEFICIÁRIO", "NÚMERO BENEFÍCIO"]),
    OtherProgramme(
      name: "Auxílio Emergencial", presentNames: ["MÊS DISPONIBILIZAÇÃO", "CÓDIGO MUNICÍPIO IBGE"]),
    OtherProgramme(name: "Seguro-Defeso", presentNames: ["RGP FAVORECIDO", "VALOR PARCELA"]),
    OtherProgramme(
      name: "Programa de Erradicação do Trabalho Infantil (PETI)",
      presentNames: ["NIS FAVORECIDO", "SITUAÇÃO", "VALOR PARCELA"]),
    OtherProgramme(
      name: "Garantia-Safra",
      presentNames: ["MÊS REFERÊNCIA", "CÓDIGO MUNICÍPIO SIAFI", "NIS FAVORECIDO", "VALOR PARCELA"],
      absentNames: ["MÊS COMPETÊNCIA", "CPF FAVORECIDO"]),
    OtherProgramme(name: "Pé-de-Meia", presentNames: ["NOME BENEFICIÁRIO", "ETAPA ENSINO"]),
  ]
}
