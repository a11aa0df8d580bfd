/// Words for rows that could not be read and for what is odd about a file.
extension Sentences {
  /// Why a row was rejected, by the reason's name.
  public static func reason(_ reason: String) -> String {
    switch reason {
    case "tooLong": "Linha longa demais"
    case "quotes": "Aspas que não fecham"
    case "fields": "Número de colunas diferente do cabeçalho"
    case "month": "Mês ilegível"
    case "municipality": "Município não encontrado"
    case "nis": "NIS ilegível"
    case "value": "Valor ilegível"
    default: reason
    }
  }

  public static func warning(_ rule: String, _ details: [String: String]) -> String {
    warnings[rule].map { fill($0, details) } ?? rule
  }

  static let warnings: [String: String] = [
    "extract.warning.ufMismatch":
      "Linhas com estado diferente do estado do município: {rows}; foram contadas no município.",
    "extract.warning.truncatedLastLine":
      "A última linha ({line}) está cortada e foi rejeitada; o download pode não ter terminado.",
    "extract.warning.bomRemoved": "O arquivo começava com uma marca de UTF-8 (BOM), que foi ignorada.",
    "extract.warning.nulBytesRemoved": "Bytes nulos no meio do texto foram ignorados: {count}.",
    "extract.warning.unusualDelimiter":
      "As colunas estão separadas por {delimiter}, não por ponto e vírgula; o arquivo deve ter sido salvo de novo.",
    "extract.warning.readAsUTF8":
      "O arquivo está em UTF-8; o original é em Latin-1, então deve ter sido salvo de novo.",
  ]

  static func delimiter(_ name: String) -> String {
    switch name {
    case "semicolon": "ponto e vírgula"
    case "comma": "vírgula"
    case "tab": "tabulação"
    case "bar": "barra vertical"
    default: name
    }
  }

  /// With its article, as it stands in a sentence.
  static func foreignContent(_ name: String) -> String {
    switch name {
    case "pdf": "um PDF"
    case "image": "uma imagem"
    case "webPage": "uma página da internet"
    case "program": "um programa de computador"
    case "officeDocument": "um documento ou planilha de escritório"
    case "otherArchive": "um arquivo compactado que não é ZIP"
    case "database": "um banco de dados"
    default: name
    }
  }

  static func encoding(_ name: String) -> String {
    switch name {
    case "ascii": "sem acentos (ASCII)"
    case "windows1252": "Latin-1 (Windows-1252)"
    case "utf8": "UTF-8"
    default: name
    }
  }
}
