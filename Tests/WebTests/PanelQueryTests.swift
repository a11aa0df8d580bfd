import Indicators
import Testing
import Vocabulary

@testable import Web

@Suite struct PanelQueryTests {
  private func query(_ text: String) -> PanelQuery { PanelQuery(FormText(text)) }

  @Test(arguments: [
    "indicador=1&mes=2023-13&ordem=x&sentido=y", "", "&&=&%zz=1", "indicador=../etc&mes=dezembro",
  ])
  func `what an address does not say rightly is as if unsaid`(text: String) {
    #expect(query(text) == PanelQuery())
  }

  @Test func `an address says what it was made from`() throws {
    var asked = PanelQuery(
      indicator: CatalogueKey("pbf.mean"), month: ReferenceMonth("2023-12"), order: .change,
      direction: .ascending)
    let address = asked.href(.MT)
    #expect(address == "/painel/MT?indicador=pbf.mean&mes=2023-12&ordem=mudanca&sentido=crescente")
    #expect(query(String(address.drop { $0 != "?" }.dropFirst())) == asked)
    asked.direction = .descending
    #expect(query(String(asked.href(.MT).drop { $0 != "?" }.dropFirst())) == asked)
  }

  @Test func `a second click on a header turns the order round`() {
    let once = PanelQuery().sorted(by: .name)
    #expect(once.order == .name && once.direction == .ascending)
    #expect(once.sorted(by: .name).direction == .descending)
    #expect(once.sorted(by: .value).direction == .descending)
  }

  @Test func `forms are decoded as browsers encode them`() {
    #expect(FormText("q=%C3%81gua+Boa")["q"] == "Água Boa")
    #expect(FormText("q=%FF&mes=a%00b&uf=MT") == FormText("uf=MT"))
    #expect(FormText("q=a%2Bb&q=c")["q"] == "a+b")
    #expect(FormText("q")["q"] == "")
    #expect(FormText("q=%FF")["q"] == nil)
  }
}

@Suite struct SpreadsheetTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+55", "'+55"), ("@x", "'@x"), ("-2-3", "'-2-3"), ("-", "'-"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""),
    ("-12,5", "-12,5"), ("-3", "-3"), ("Água Boa", "Água Boa"), ("a;b", "\"a;b\""),
    ("diz \"oi\"", "\"diz \"\"oi\"\"\""),
    ("a\r\nb", "\"a\r\nb\""), ("=a;b", "\"'=a;b\""), ("", ""),
  ])
  func `no cell runs as a formula or breaks its row`(text: String, cell: String) {
    #expect(SpreadsheetCell.text(text) == cell)
  }

  @Test func `a table begins with a byte order mark and ends its lines as on Windows`() {
    var table = SpreadsheetText(["a", "b"])
    table.add(["1", "2"])
    #expect(Array(table.text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(table.text.hasSuffix("a;b\r\n1;2\r\n"))
  }
}
