extension Sentences {
  /// Each names the place, so that the person finds it in the formula.
  static let formulas: [String: Sentence] = [
    "formula.empty": Sentence(
      title: "A fórmula está vazia",
      text: "Escreva ao menos um número, um item ou uma função. O guia da linguagem traz exemplos."),
    "formula.tooLong": Sentence(
      title: "A fórmula é longa demais",
      text: "Ela pode ter até {limit} caracteres. Divida-a em indicadores menores e use-os pelo nome."),
    "formula.tooDeep": Sentence(
      title: "A fórmula tem parênteses demais uns dentro dos outros",
      text:
        "Linha {line}, coluna {column}: o limite são {limit} níveis. Divida a fórmula em indicadores menores."
    ),
    "formula.tooManyItems": Sentence(
      title: "A fórmula usa itens demais",
      text:
        "Linha {line}, coluna {column}: uma fórmula cita no máximo {limit} itens, contando as repetições. "
        + "Divida-a em indicadores menores."),
    "formula.character": Sentence(
      title: "Há um caractere que a fórmula não aceita",
      text:
        "Linha {line}, coluna {column}: “{found}”. Fora das aspas, só entram letras sem acento, algarismos e os "
        + "sinais da linguagem; aspas são as retas, como em \"texto\"."),
    "formula.malformedNumber": Sentence(
      title: "Um número está mal escrito",
      text:
        "Linha {line}, coluna {column}: “{found}”. Use ponto para os decimais, nenhum zero à esquerda e nenhum "
        + "separador de milhar, como 1234.5; um dia se escreve 2025-01-31."),
    "formula.numberTooLong": Sentence(
      title: "Um número tem algarismos demais",
      text: "Linha {line}, coluna {column}: escreva no máximo {limit} algarismos."),
    "formula.noSuchDay": Sentence(
      title: "Este dia não existe no calendário",
      text: "Linha {line}, coluna {column}: confira “{found}”. A ordem é ano, mês e dia."),
    "formula.unclosedText": Sentence(
      title: "Falta fechar as aspas",
      text: "O texto que começa na linha {line}, coluna {column}, não termina. Feche-o com as mesmas aspas."),
    "formula.unknownEscape": Sentence(
      title: "A barra invertida não serve aqui",
      text:
        "Linha {line}, coluna {column}: “{found}”. Dentro de um texto, ela só vem antes de aspas ou de outra "
        + "barra invertida."),
    "formula.unexpected": Sentence(
      title: "A fórmula não continua como deveria",
      text: "Linha {line}, coluna {column}: há {formulaFound} onde era esperado {formulaPart}."),
    "formula.unknownFunction": Sentence(
      title: "Esta função não existe",
      text:
        "Linha {line}, coluna {column}: “{found}”.{suggestion} As funções são as do guia da linguagem."),
    "formula.unknownModifier": Sentence(
      title: "Este complemento não existe",
      text:
        "Linha {line}, coluna {column}: “{found}”.{suggestion} Depois do ponto cabem over, offset, yearToDate, from e "
        + "until."),
    "formula.unknownAggregation": Sentence(
      title: "Esta forma de reunir valores não existe",
      text:
        "Linha {line}, coluna {column}: “{found}”.{suggestion} No território: sum, average, min, max ou none; no "
        + "tempo: sum, last, average, min ou max."),
    "formula.repeatedModifier": Sentence(
      title: "Um complemento aparece duas vezes",
      text: "Linha {line}, coluna {column}: deixe só um “{modifier}”."),
    "formula.offsetTooFar": Sentence(
      title: "O deslocamento é grande demais",
      text:
        "Linha {line}, coluna {column}: um item anda no máximo {limit} períodos, somando os parênteses em volta."
    ),
    "formula.keyTooLong": Sentence(
      title: "O nome de um item é longo demais",
      text: "Linha {line}, coluna {column}: um nome tem no máximo {limit} caracteres."),
    "formula.argumentCount": Sentence(
      title: "A função recebeu um número errado de valores",
      text: "Linha {line}, coluna {column}: {function} pede {arguments}, e há {found}."),
    "formula.unknownItem": Sentence(
      title: "Este item não existe",
      text:
        "Linha {line}, coluna {column}: “{item}”.{suggestion} Confira o nome no catálogo ou no instrumento; "
        + "maiúsculas e minúsculas fazem diferença."),
    "formula.unknownChoice": Sentence(
      title: "A resposta comparada não está entre as opções",
      text:
        "Linha {line}, coluna {column}: “{found}”.{suggestion} Use o código de uma das opções da pergunta."),
  ].merging(fits) { $1 }

  /// Of formulas that can be read, and do not fit the items or the values.
  private static let fits: [String: Sentence] = [
    "formula.wrongType": Sentence(
      title: "Um valor é de outro tipo",
      text: "Linha {line}, coluna {column}: há {foundType} onde cabe {expectedType}."),
    "formula.differentUnits": Sentence(
      title: "As unidades não combinam",
      text:
        "Linha {line}, coluna {column}: {leftUnit} e {rightUnit} não se somam nem se comparam. Divida um pelo "
        + "outro, ou confira os itens."),
    "formula.differentTables": Sentence(
      title: "As colunas são de tabelas diferentes",
      text:
        "Linha {line}, coluna {column}: as linhas de {left} não correspondem às de {right}. Reúna cada coluna num "
        + "valor, com sum ou count, antes de juntá-las."),
    "formula.modifierWithoutItem": Sentence(
      title: "O complemento não tem a que se aplicar",
      text: "Linha {line}, coluna {column}: “{modifier}” vale para itens, e aqui não há nenhum. Retire-o."),
    "formula.modifierNotAllowed": Sentence(
      title: "O complemento não serve para este item",
      text:
        "Linha {line}, coluna {column}: “{modifier}” não se aplica a {item}. Respostas não mudam de período, e um "
        + "indicador já vem reunido."),
    "formula.placesNotConstant": Sentence(
      title: "As casas do arredondamento devem ser um número escrito",
      text: "Linha {line}, coluna {column}: escreva um inteiro, de {limit} negativo a {limit}."),
    "formula.inexactMoney": Sentence(
      title: "Dinheiro não pode vir de um cálculo aproximado",
      text:
        "Linha {line}, coluna {column}: logaritmos e potências não inteiras não dão centavos exatos. Reescreva a "
        + "fórmula sem eles."),
    "formula.overflow": Sentence(
      title: "Um número ficou grande demais",
      text:
        "Linha {line}, coluna {column}: o resultado tem mais de 38 algarismos. Confira os valores, ou arredonde "
        + "antes de continuar o cálculo."),
    "formula.unequalColumns": Sentence(
      title: "As colunas da tabela não têm o mesmo número de linhas",
      text: "Linha {line}, coluna {column}: confira como a tabela foi preenchida."),
    "formula.tooManyMembers": Sentence(
      title: "A tabela tem linhas demais",
      text:
        "Linha {line}, coluna {column}: uma fórmula recebe no máximo {limit} linhas ou opções de cada item."),
    "formula.wrongInput": Sentence(
      title: "O valor recebido não é do tipo do item",
      text:
        "Linha {line}, coluna {column}: o valor de {item} não corresponde ao catálogo ou ao instrumento. Avise quem "
        + "cuida do programa."),
    "formula.changesThePast": Sentence(
      title: "A nova versão mudaria o passado",
      text:
        "Já existe uma versão desde {newest}, e a nova valeria desde {day}. Escolha um dia posterior: o que já foi "
        + "calculado continua como era."),
  ]

  /// Words of the formula language as people read them; nil for details of other rules.
  static func formulaWord(_ word: String, _ value: String) -> String? {
    switch word {
    case "suggestion": value.isEmpty ? "" : " O nome mais parecido é “\(value)”."
    case "formulaFound": value.isEmpty ? "o fim da fórmula" : "“\(value)”"
    case "formulaPart": formulaParts[value] ?? "“\(value)”"
    case "arguments": argumentCounts(value)
    case "foundType", "expectedType": formulaType(value)
    case "leftUnit", "rightUnit": value.isEmpty ? "um número sem unidade" : "“\(value)”"
    default: nil
    }
  }

  private static let formulaParts: [String: String] = [
    "value": "um valor: um número, um item, uma função ou um parêntese",
    "operation": "um operador ou o fim da fórmula", ", )": "uma vírgula ou “)”", ", ]": "uma vírgula ou “]”",
    "cellName": "o nome de uma linha ou coluna da matriz",
    "modifier": "over, offset, yearToDate, from ou until",
    "dimension": "territory ou time", "aggregation": "a forma de reunir, como sum ou last",
    "day": "um dia, como 2025-01-31", "wholeNumber": "um número inteiro",
  ]

  /// `2`, `1-2`, `1+`
  private static func argumentCounts(_ counts: String) -> String {
    if counts.hasSuffix("+") { return "\(counts.dropLast()) valor(es) ou mais" }
    let parts = counts.split(separator: "-")
    return parts.count == 2 ? "de \(parts[0]) a \(parts[1]) valores" : "\(counts) valor(es)"
  }

  private static func formulaType(_ type: String) -> String {
    let names = [
      "number": "um número", "text": "um texto", "day": "um dia",
      "truth": "uma condição (verdadeiro ou falso)",
      "number or day": "um número ou um dia", "single": "um único valor",
      "set or column": "um conjunto de opções ou uma coluna de tabela",
    ]
    if let name = names[type] { return name }
    let members = ["number": "números", "text": "textos", "day": "dias", "truth": "condições"]
    let scalar = type.split(separator: " ").last.map(String.init) ?? type
    let shape = type.hasPrefix("set of ") ? "um conjunto de" : "uma coluna de"
    return "\(shape) \(members[scalar] ?? scalar)"
  }
}
