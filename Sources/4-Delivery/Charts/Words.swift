import Vocabulary

/// Every Portuguese word that the charts say of themselves; all other text comes with the values.
enum Words {
  static let noData = "sem dado"
  static let nothingToDraw = "Ainda não há dado para desenhar."
  static let cellNote = "Cada célula é o que fica mais perto da sede do município; não é o limite dele."
  static let place = "Lugar"
  static let month = "Mês"
  static let value = "Valor"
  static let interval = "Intervalo"
  static let municipalities = "Municípios"
  /// Over the counts of a map's legend.
  static let counted = "municípios"
  static let reference = "Referência"

  static let months = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"]

  static func short(_ month: ReferenceMonth) -> String { months[month.month - 1] }
  /// `dez. 2023`
  static func long(_ month: ReferenceMonth) -> String { "\(short(month)). \(month.year)" }

  static func range(_ low: String, _ high: String) -> String { low == high ? low : "\(low) a \(high)" }
  static func orMore(_ low: String) -> String { "\(low) ou mais" }
  static func titled(_ name: String, _ value: String) -> String { "\(name): \(value)" }

  /// A label with its value, which stands there once, also when the caller has written it at the label's end.
  static func labelled(_ label: String, _ value: ChartValue) -> String {
    label.hasSuffix(" \(value.label)") ? label : "\(label) \(value.label)"
  }

  static func count(_ number: Int) -> String { number == 1 ? "1 município" : "\(grouped(number)) municípios" }
  static func withoutData(_ number: Int) -> String { "\(count(number)) \(noData)" }
  static func moreRows(_ number: Int) -> String { "e mais \(grouped(number)); todos estão na tabela" }

  /// `5.571`
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }
}
