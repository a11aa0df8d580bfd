/// Where a value comes from; later ones win.
enum SettingOrigin: Sendable, Equatable {
  case standard
  case file(path: String, line: Int)
  case variable(String)
  case option(String)

  /// As a person finds it again.
  var words: String {
    switch self {
    case .standard: "padrão"
    case .file(let path, let line): "arquivo \(path), linha \(line)"
    case .variable(let name): "variável \(name)"
    case .option(let name): "\(Self.optionWord) \(name)"
    }
  }

  static let optionWord = "opção"
}
