import Privacy
import Testing

/// What a field note is full of, and is no person's number. Crying wolf teaches people to look away.
@Suite struct FalseAlarmTests {
  @Test(arguments: [
    "", "Sem número nenhum.", "5100201", "510020", "Água Boa (5100201) e Acrelândia (1200013)",
    "5100201-2023", "510020-2023", "432150-2023", "Código IBGE 510020 2023 2024",
    "Competências 2022, 2023 e 2024", "nos anos 12 2023-2024", "11 2019 2020", "(16) 2019-2022",
    "31/12/2023", "31.12.2023", "31-12-2023", "2023-12-31", "20231231", "31122023", "12 20231231",
    "14 25122023",
    "2023-12-31T23:59:59.000Z", "11/12/2023 14:30:00", "das 08:00 às 11:30, 13:00-17:00",
    "R$ 1.234.567,89", "R$ 529.982.247,25", "R$ 12345678909,00", "1.234.567.890,12", "R$ 65 mil",
    "529.982.247",
    "23000.012345/2018-11", "23000.012345 / 2018 - 11", "23000012345201811", "71000.012345/2023-11",
    "SEI nº 0012345", "processo 0012345-67.2023.8.11.0001", "SETASC-PRO-2023/01234",
    "0860.012345.00012/2023-45",
    "52998224725/2023", "protocolo 2023/52998224725",
    "CNPJ 12.345.678/0001-95", "12345678000195", "CNPJ: 11.222.333/0001-81", "12.345.678",
    "CEP 78000-000", "78.005-370", "CEP: 69900-000",
    "Lei 14.601/2023, art. 12, § 3º", "Decreto 11.016, de 29 de março de 2022", "Portaria MDS 897/2023",
    "Resolução CNAS 33/2012", "CNAE 8800-6/00", "Tipificação 109/2009", "NB 123.456.789-0",
    "INEP 51012345", "CNES 2345678", "0800 707 2003", "0800 707-2003", "disque 100", "180", "08007072003",
    "1 2 3 4 5 6 7 8 9 10 11", "1, 2, 3", "10 20 30 40", "3 de 40 (7,5%)", "18 de 40; 120 de 345",
    "a52998224725b0", "5f52998224725e", "0f3a52998224725c9d7e", "uuid 7d444840-9dc0-11d1-b245-5ffdce74fad2",
    "00000000000", "11111111111", "222.222.222-22", "333 333 333 33", "777777777777777",
    "529.982.247-26", "52998224735", "123.456.789-00", "CPF 123.456.789-00", "CPF ***.982.247-**",
    "NIS 120.12345.67-8", "(20) 3401-1234", "(23) 99912-3456", "65 1401-1234", "(65) 89912-3456",
    "3401-1234", "99912-3456", "tel. 2023-2024", "telefone 100", "1.529.982.247-25", "529.982.247-25-1",
    "529.982.247\n-25", "529\n982\n247\n25", "latitude -15.59611, longitude -56.09667",
    "14°03'12\" S 52°09'39\" W",
    "versão 1.2.3.4", "192.168.10.25", "10.0.0.1:8080", "51 unidades, 3401 famílias e 1234 crianças",
  ]) func `is no person's number`(text: String) {
    let found = PersonalNumberFinder.numbers(in: text)
    #expect(found.isEmpty, "\(found.map { ($0.kind, text[$0.range]) })")
  }

  /// Eleven digits, the state's code before them: by chance one in eleven has the check digit of a NIS.
  @Test func `the number of a unit is at most a possible NIS`() {
    var randomness = Numbers.Generator(seed: 3)
    var alarms = 0
    for _ in 0..<5_000 {
      let place = ["51", "12"].randomElement(using: &randomness)! + "00" + Numbers.digits(2, &randomness)
      let text = "unidade \(place)\(Numbers.digits(5, &randomness)) visitada"
      for number in PersonalNumberFinder.numbers(in: text) where number.kind != .cpf {
        #expect(number.kind == .nis && number.certainty == .possible, "\(text)")
        alarms += 1
      }
    }
    #expect((300...600).contains(alarms), "one in eleven, not \(alarms) of 5000")
  }

  @Test func `numbers without a right check digit are not found, however they are written`() {
    var randomness = Numbers.Generator(seed: 5)
    for _ in 0..<2_000 {
      var digits = Array(Numbers.cpf(&randomness))
      digits[10] = digits[10] == "9" ? "0" : Character(String(digits[10].wholeNumberValue! + 1))
      let text = Numbers.grouped(String(digits), [3, 3, 3, 2], [".", ".", "-"])
      #expect(PersonalNumberFinder.numbers(in: text).isEmpty, "\(text)")
    }
  }
}
