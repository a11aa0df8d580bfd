import Testing
import Vocabulary

@testable import Extracts

@Suite struct LayoutTests {
  @Test(arguments: [
    ("202110", PaymentsLayout.bolsaFamiliaPagamentos), ("202111", .auxilioBrasil), ("202302", .auxilioBrasil),
    ("202303", .novoBolsaFamilia), ("202312", .novoBolsaFamilia),
  ])
  func `eras that share a header are told apart by the payroll month`(month: String, layout: PaymentsLayout)
    throws
  {
    var file = PaymentsFile()
    file.rows = [PaymentsFile.row(competence: month, reference: month)]
    let extract = try read(file)
    #expect(extract.layout == layout)
    #expect(extract.hasCPF)
  }

  @Test func `columns are found by name in any order, without accents or case`() throws {
    let text =
      "valor parcela;Nome;NIS  favorecido;mes_referencia;Mes Competencia;uf;codigo municipio siafi\n"
      + "10,00;PESSOA FICTICIA 1;\(PaymentsFile.nis(1));202005;202004;MT;9191\n"
    let extract = try read(latin1(text))
    #expect(extract.layout == .bolsaFamiliaPagamentos)
    #expect(extract.payrollMonth == ReferenceMonth("2020-05"))
    #expect(extract.municipalities[0].lateParcels == 1)
    #expect(extract.municipalities[0].withoutCPF == nil)
    #expect(!extract.hasCPF)
  }

  @Test func `withdrawals are known by the day of withdrawal`() throws {
    let text =
      "\"MÊS REFERÊNCIA\";\"MÊS COMPETÊNCIA\";\"UF\";\"CÓDIGO MUNICÍPIO SIAFI\";\"NOME MUNICÍPIO\";"
      + "\"NIS FAVORECIDO\";\"NOME FAVORECIDO\";\"DATA SAQUE\";\"VALOR PARCELA\"\r\n"
      + "\"201901\";\"201812\";\"MT\";\"9191\";\"AGUA BOA\";\"\(PaymentsFile.nis(1))\";\"PESSOA FICTICIA 1\";"
      + "\"18/01/2019\";\"171,00\"\r\n"
    let extract = try read(latin1(text))
    #expect(extract.layout == .bolsaFamiliaSaques)
    #expect(extract.payrollMonth == ReferenceMonth("2019-01"))
    #expect(extract.amount == Cents(17_100))
  }

  private static let budgetHeader =
    "UF;Código SIAFI Município;Nome Município;Código Função;Código Subfunção;Código Programa;Código Ação;"
    + "NIS Favorecido;Nome Favorecido;Fonte-Finalidade;"

  @Test func `the tab-separated payroll of 2013 has one month and a decimal point`() throws {
    let header = (Self.budgetHeader + "Valor Parcela;Mês Competência").split(separator: ";").joined(
      separator: "\t")
    let rows = [("70.00", 1), ("1,022.00", 2)].map { value, person in
      "MA\t761\tCHAPADINHA\t8\t244\t1335\t8442\t\(PaymentsFile.nis(person))\tPESSOA \"FICTICIA\" \(person)\t"
        + "CAIXA - Programa Bolsa Família\t\(value)\t01/2013"
    }
    let extract = try read(latin1(([header] + rows).joined(separator: "\r\n")))
    #expect(extract.layout == .bolsaFamiliaFolha)
    #expect(extract.payrollMonth == ReferenceMonth("2013-01"))
    #expect(extract.amount == Cents(109_200))
    #expect(!extract.knowsLateParcels)
    #expect(extract.warnings.isEmpty)
    #expect(extract.file.delimiter == .tab)
  }

  @Test(arguments: ["1,02.00", ",022.00", "1022,000.00", "1.022.00", "227,00", "1,022,00"])
  func `a decimal point layout refuses other groupings`(value: String) throws {
    let text =
      Self.budgetHeader + "Valor Parcela;Mês Competência\n"
      + Self.budgetRow("10.00", "01/2013", number: nil, 1)
      + Self.budgetRow(value, "01/2013", number: nil, 2)
    #expect(try read(latin1(text)).rejections == [.value: 1])
  }

  private static func budgetRow(
    _ value: String, _ month: String, number: Int?, _ person: Int, day: String = ""
  ) -> String {
    "MA;761;CHAPADINHA;8;244;1335;8442;\(PaymentsFile.nis(person));PESSOA FICTICIA \(person);CAIXA;"
      + (number.map { "\($0);" } ?? "") + "\(value);\(month)" + (day.isEmpty ? "" : ";\(day)") + "\n"
  }

  @Test func `the withdrawals of 2017 give the payroll's month as a number`() throws {
    let header = Self.budgetHeader + "Mês Referência Parcela;Valor Parcela;Mês Competência;Data do Saque\n"
    let text =
      header + Self.budgetRow("227.00", "01/2017", number: 1, 1, day: "20/01/2017")
      + Self.budgetRow("46.00", "01/2017", number: 1, 2, day: "20/01/2017")
      + Self.budgetRow("85.00", "12/2016", number: 1, 3, day: "02/01/2017")
      + Self.budgetRow("85.00", "01/2016", number: 1, 4, day: "02/01/2017")
    let extract = try read(latin1(text))
    #expect(extract.layout == .bolsaFamiliaSaquesOrcamento)
    #expect(extract.payrollMonth == ReferenceMonth("2017-01"))
    #expect(extract.municipalities[0].lateParcels == 2)
  }

  @Test func `a parcel's month given as a number is late when it is not the payroll's`() throws {
    let header = Self.budgetHeader + "Mês Referência Parcela;Valor Parcela;Mês Competência\n"
    let text =
      header + Self.budgetRow("227.00", "01/2017", number: 1, 1)
      + Self.budgetRow("46.00", "01/2017", number: 12, 2)
    let extract = try read(latin1(text))
    #expect(extract.layout == .bolsaFamiliaFolha)
    #expect(extract.payrollMonth == ReferenceMonth("2017-01"))
    #expect(extract.municipalities[0].lateParcels == 1)
  }

  @Test func `where both months are constant the later one is the payroll's`() throws {
    var file = PaymentsFile()
    file.rows = [PaymentsFile.row(competence: "202312", reference: "202311")]
    let extract = try read(file)
    #expect(extract.payrollMonth == ReferenceMonth("2023-12"))
    #expect(extract.municipalities[0].lateParcels == 1)
  }

  @Test func `the constant column pays, whichever it is`() throws {
    var file = PaymentsFile()
    file.rows = [
      PaymentsFile.row(competence: "202312", reference: "202311"),
      PaymentsFile.row(competence: "202312", reference: "202312"),
    ]
    #expect(try read(file).payrollMonth == ReferenceMonth("2023-12"))
    #expect(try read(file).municipalities[0].lateParcels == 1)
    file.rows = [
      PaymentsFile.row(competence: "202311", reference: "202312"),
      PaymentsFile.row(competence: "202312", reference: "202312"),
    ]
    #expect(try read(file).payrollMonth == ReferenceMonth("2023-12"))
    #expect(try read(file).municipalities[0].lateParcels == 1)
  }

  @Test func `every layout has a programme`() {
    for layout in PaymentsLayout.allCases {
      #expect(layout.programmeName == (layout == .auxilioBrasil ? "Auxílio Brasil" : "Bolsa Família"))
    }
  }

  @Test func `no header fits another header's columns`() throws {
    for header in PaymentsLayouts.headers {
      let names = header.columns.map { $0.names[0] } + ["OUTRA COLUNA"]
      #expect(try PaymentsColumns.recognise(names.joined(separator: ";")).header.key == header.key)
    }
  }
}
