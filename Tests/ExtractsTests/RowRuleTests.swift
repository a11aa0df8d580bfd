import Testing
import Vocabulary

@testable import Extracts

@Suite struct RowRuleTests {
  /// One good row and one that is not.
  private func reading(_ bad: String, change: (inout PaymentsFile) -> Void = { _ in }) throws
    -> PaymentsExtract
  {
    var file = PaymentsFile()
    file.rows = [PaymentsFile.row(), bad]
    change(&file)
    return try read(file)
  }

  @Test(arguments: [
    "", "20231", "202313", "202300", "199912", "210001", "2023-12", "2O2312", "13/2023", " 202312",
  ])
  func `an unreadable month rejects its row and leaves the payroll month alone`(month: String) throws {
    let extract = try reading(PaymentsFile.row(competence: "202310", reference: month))
    #expect(extract.rejections == [.month: 1])
    #expect(extract.payrollMonth == ReferenceMonth("2023-12"))
    #expect(extract.examples.first?.column == "MÊS REFERÊNCIA")
    #expect(extract.municipalities.first?.rejected == [.month: 1])
  }

  @Test func `months are read in both published forms`() throws {
    let extract = try reading(PaymentsFile.row(competence: "11/2023", reference: "12/2023"))
    #expect(extract.rowsAccepted == 2)
    #expect(extract.municipalities[0].lateParcels == 1)
  }

  @Test(arguments: ["", "0001", "9190", "AB12", "91911", "-191", "9,19"])
  func `an unknown municipality rejects its row`(code: String) throws {
    let extract = try reading(PaymentsFile.row(siafi: code))
    #expect(extract.rejections == [.municipality: 1])
    #expect(extract.municipalities.count == 1)
    #expect(extract.unknownMunicipalities.count == 1)
  }

  @Test func `a SIAFI code without its zeros is the same municipality`() throws {
    let extract = try reading(PaymentsFile.row(uf: "AC", siafi: "139"))
    #expect(extract.municipalities.map(\.code) == [rioBranco, aguaBoa])
  }

  @Test func `unknown municipalities are listed by rows, codes as codes and the rest as shapes`() throws {
    var file = PaymentsFile()
    file.rows = [PaymentsFile.row()]
    file.rows += (0..<3).map { _ in PaymentsFile.row(uf: "SP", siafi: "77") }
    file.rows += (0..<2).map { _ in PaymentsFile.row(uf: "X1", siafi: "Cuiabá-9999999") }
    let extract = try read(file)
    #expect(
      extract.unknownMunicipalities == [
        UnknownMunicipality(code: "0077", shape: nil, uf: "SP", rows: 3),
        UnknownMunicipality(code: nil, shape: "aaaaaa?9", uf: nil, rows: 2),
      ])
    let one = try read(file, limits: limits { $0.unknownMunicipalities = 1 })
    #expect(one.unknownMunicipalities.count == 1)
    #expect(one.unknownMunicipalitiesLeftOut == 1)
  }

  @Test(arguments: ["", "160000000001", "1,6E+10", "1600000000A", "-6000000001", "16 00000001"])
  func `an unreadable NIS rejects its row`(nis: String) throws {
    let extract = try reading(PaymentsFile.row(nis: nis))
    #expect(extract.rejections == [.nis: 1])
    #expect(extract.municipalities[0].rejected == [.nis: 1])
  }

  @Test(arguments: [
    String(Int(PaymentsFile.nis(5))! / 10 * 10 + (Int(PaymentsFile.nis(5))! + 1) % 10), "30000000009",
    "00000000000",
    "9", "2147483647",
  ])
  func `a suspect NIS is counted and flagged`(nis: String) throws {
    let extract = try reading(PaymentsFile.row(nis: nis))
    #expect(extract.rowsAccepted == 2)
    #expect(extract.municipalities[0].suspectNIS == 1)
    #expect(extract.municipalities[0].beneficiaries == 2)
  }

  @Test(arguments: [
    "", "0,00", "-600,00", "6OO,00", "600.00", "600", "600,0", "600,000", ",00", "1.022,00", "1234567890,00",
    "R$ 6,00",
  ])
  func `an unreadable amount rejects its row`(value: String) throws {
    let extract = try reading(PaymentsFile.row(value: value))
    #expect(extract.rejections == [.value: 1])
    #expect(extract.examples.first?.column == "VALOR PARCELA")
  }

  @Test(arguments: [
    ("0,01", 1), ("1,00", 100), ("12345678,90", 1_234_567_890), ("123456789,99", 12_345_678_999),
  ])
  func `an amount is exact to the cent`(value: String, cents: Int64) throws {
    #expect(try reading(PaymentsFile.row(value: value)).amount == Cents(60_000 + cents))
  }

  @Test(arguments: ["", "000.000.000-00", "00000000000"])
  func `an empty or zero CPF counts as without CPF`(cpf: String) throws {
    let extract = try reading(PaymentsFile.row(cpf: cpf))
    #expect(extract.municipalities[0].withoutCPF == 1)
  }

  @Test func `a row with more or fewer fields is rejected with their number`() throws {
    let short = try reading("202312;202312;MT")
    #expect(short.rejections == [.fields: 1])
    #expect(
      short.examples == [RejectExample(line: 3, reason: .fields, column: nil, shape: "", fieldsFound: 3)])
    #expect(try reading(PaymentsFile.row() + ";").rejections == [.fields: 1])
  }

  @Test func `blank lines are no rows`() throws {
    let extract = try read(latin1(PaymentsFile().text + "\r\n\r\n"))
    #expect(extract.rowsRead == 1)
  }

  @Test func `the first rule that fails names the reason`() throws {
    let bad = PaymentsFile.row(competence: "x", siafi: "x", nis: "x", value: "x")
    #expect(try reading(bad).rejections == [.month: 1])
    #expect(try reading(PaymentsFile.row(siafi: "x", nis: "x", value: "x")).rejections == [.municipality: 1])
    #expect(try reading(PaymentsFile.row(nis: "x", value: "x")).rejections == [.nis: 1])
  }

  @Test func `people are counted once per municipality, state and country`() throws {
    var file = PaymentsFile()
    let one = PaymentsFile.nis(1)
    file.rows = [
      PaymentsFile.row(nis: one), PaymentsFile.row(competence: "202311", nis: one),
      PaymentsFile.row(siafi: "9067", nis: one), PaymentsFile.row(uf: "AC", siafi: "139", nis: one),
      PaymentsFile.row(siafi: "9067", nis: PaymentsFile.nis(2)), PaymentsFile.row(siafi: "9067", nis: one),
    ]
    let extract = try read(file)
    #expect(extract.municipalities.map(\.beneficiaries) == [1, 1, 2])
    #expect(extract.municipalities.map(\.parcels) == [1, 2, 3])
    #expect(extract.distinctByState == [.AC: 1, .MT: 2])
    #expect(extract.distinctInCountry == 2)
    #expect(extract.municipalities.map(\.lateParcels) == [0, 1, 0])
  }

  @Test func `a row of another state's UF is counted and warned of`() throws {
    let extract = try reading(PaymentsFile.row(uf: "SP"))
    #expect(extract.rowsAccepted == 2)
    #expect(extract.warnings == [.ufMismatch(rows: 1)])
  }

  @Test func `examples are the first few of each reason by line`() throws {
    var file = PaymentsFile()
    file.rows = (0..<40).map {
      PaymentsFile.row(nis: $0 % 4 == 0 ? PaymentsFile.nis($0) : "12A", value: $0 == 0 ? "1" : "1,00")
    }
    let extract = try read(file)
    #expect(extract.examples.map(\.line) == [2, 3, 4, 5, 7, 8])
    #expect(extract.examples[1].shape == "99a")
  }
}
