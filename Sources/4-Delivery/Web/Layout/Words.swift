public import Indicators
import Vocabulary

/// Portuguese words that several pages and commands share.
public enum Words {
  static let noData = "sem dado"

  /// Its words stay on one line.
  static func name(_ porte: Porte) -> String {
    switch porte {
    case .pequenoI: "Pequeno\u{00A0}Porte\u{00A0}I"
    case .pequenoII: "Pequeno\u{00A0}Porte\u{00A0}II"
    case .medio: "Médio\u{00A0}Porte"
    case .grande: "Grande\u{00A0}Porte"
    case .metropole: "Metrópole"
    }
  }

  /// Population that makes the class. Source: PNAS 2004.
  static func limits(_ porte: Porte) -> String {
    switch porte {
    case .pequenoI: "até 20.000 habitantes"
    case .pequenoII: "de 20.001 a 50.000 habitantes"
    case .medio: "de 50.001 a 100.000 habitantes"
    case .grande: "de 100.001 a 900.000 habitantes"
    case .metropole: "mais de 900.000 habitantes"
    }
  }

  static func name(_ state: Load.State) -> String {
    switch state {
    case .reading: "Em leitura"
    case .committed: "Gravada"
    case .refused: "Recusada"
    case .cancelled: "Cancelada"
    case .interrupted: "Interrompida"
    }
  }

  /// What a load's file is, by its layout's name.
  static func layout(_ layout: String?) -> String {
    switch layout {
    case "novoBolsaFamilia": "Novo Bolsa Família"
    case "auxilioBrasil": "Auxílio Brasil"
    case "bolsaFamiliaPagamentos": "Bolsa Família, pagamentos"
    case "bolsaFamiliaSaques": "Bolsa Família, saques"
    case "boundaries": "Contornos dos municípios"
    case "bolsaFamiliaFolha": "Bolsa Família, folha"
    case "bolsaFamiliaSaquesOrcamento": "Bolsa Família, saques com orçamento"
    case "publicFact", "publicFacts": "Dado público que vem com o programa"
    case nil: "não reconhecido"
    case .some(let other): other
    }
  }

  /// How a part of a figure was added up.
  public static func basis(_ basis: ElementTotal.Basis) -> String {
    switch basis {
    case .reported: "Contado no arquivo para este lugar"
    case .sum: "Soma dos municípios"
    case .sumOfDistinct: "Soma de contagens distintas"
    }
  }

  static func explained(_ basis: ElementTotal.Basis) -> String {
    switch basis {
    case .reported:
      "O valor foi contado na própria leitura do arquivo para este lugar, sem somas posteriores."
    case .sum: "Os valores dos municípios foram somados; cada um é contado uma vez."
    case .sumOfDistinct:
      "Pessoas distintas de cada município, somadas: quem recebeu em dois municípios no mesmo mês conta duas vezes."
    }
  }
}
