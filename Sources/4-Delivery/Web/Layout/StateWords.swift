import Vocabulary

/// How the name of a state stands in a sentence, and which clock its capital keeps.
extension FederativeUnit {
  private enum Article { case none, masculine, feminine }

  private var article: Article {
    switch self {
    case .AC, .AM, .AP, .CE, .DF, .ES, .MA, .PA, .PI, .PR, .RJ, .RN, .RS, .TO: .masculine
    case .BA, .PB: .feminine
    case .AL, .GO, .MG, .MS, .MT, .PE, .RO, .RR, .SC, .SE, .SP: .none
    }
  }

  /// `em`, `no` or `na`, as in "no Acre", "em Mato Grosso".
  var inWord: String {
    switch article {
    case .none: "em"
    case .masculine: "no"
    case .feminine: "na"
    }
  }

  /// `de`, `do` or `da`.
  var ofWord: String {
    switch article {
    case .none: "de"
    case .masculine: "do"
    case .feminine: "da"
    }
  }

  /// The clock of the capital, in which moments of a state's page are told.
  var timeZone: String {
    switch self {
    case .AC: "America/Rio_Branco"
    case .AM: "America/Manaus"
    case .RO: "America/Porto_Velho"
    case .RR: "America/Boa_Vista"
    case .MT: "America/Cuiaba"
    case .MS: "America/Campo_Grande"
    case .PA, .AP: "America/Belem"
    case .TO: "America/Araguaina"
    case .MA, .PI, .CE, .RN, .PB: "America/Fortaleza"
    case .PE: "America/Recife"
    case .AL, .SE: "America/Maceio"
    case .BA: "America/Bahia"
    case .MG, .ES, .RJ, .SP, .PR, .SC, .RS, .GO, .DF: "America/Sao_Paulo"
    }
  }
}

extension StateOfFederation {
  /// "em Mato Grosso"
  var inside: String { "\(unit.inWord) \(name)" }
  /// "do Acre"
  var possessive: String { "\(unit.ofWord) \(name)" }
}
