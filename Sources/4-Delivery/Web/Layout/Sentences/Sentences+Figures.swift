extension Sentences {
  static let figures: [String: Sentence] = [
    "territory.unknown": Sentence(
      title: "Este lugar não existe no programa",
      text:
        "“{territory}” não é um município, uma região, um estado nem o país. Procure pelo nome ou confira o código."
    ),
    "municipality.unknown": Sentence(
      title: "Município não encontrado",
      text: "Nenhum município tem o código {code}. Procure pelo nome, ou confira os dígitos do código IBGE."),
    "municipality.timeZoneNotOffered": Sentence(
      title: "Este relógio não está entre os oferecidos",
      text:
        "O município só pode seguir um dos horários oficiais do seu estado ou o de Brasília. Escolha um da lista."
    ),
    "indicator.unknown": Sentence(
      title: "Indicador não encontrado",
      text: "Não há indicador com a chave “{indicator}”. Volte ao painel e escolha um da lista."),
    "search.tooLong": Sentence(
      title: "A busca é longa demais",
      text: "Escreva no máximo {limit} letras: o começo do nome ou o código bastam."),
    "catalogue.repeatedKey": Sentence(
      title: "O catálogo tem uma chave repetida",
      text: "A chave {key} aparece duas vezes. Corrija o catálogo e reinicie."),
    "catalogue.unknownElement": Sentence(
      title: "O catálogo cita um elemento que não existe",
      text: "O indicador {indicator} usa {element}, que não está declarado. Corrija o catálogo e reinicie."),
    "catalogue.mixedDatasets": Sentence(
      title: "O catálogo mistura conjuntos de dados",
      text: "As partes do indicador {indicator} vêm de conjuntos diferentes. Corrija o catálogo e reinicie."),
  ]
}
