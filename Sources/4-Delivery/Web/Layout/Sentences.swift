public import Vocabulary

/// The Portuguese sentence of every rule: what happened, why, what to do. `{word}` stands for a detail of the problem.
/// A test finds rules without a sentence.
public enum Sentences {
  public struct Sentence: Sendable {
    public let title: String
    public let text: String
    var link: Anchor?
  }

  public static func of(_ problem: Problem) -> Sentence {
    guard let sentence = table[problem.rule] else {
      return Sentence(
        title: "O pedido não pôde ser atendido",
        text:
          "A regra “\(problem.rule)” impede. Se não ficar claro, mostre esta página a quem cuida do programa."
      )
    }
    return Sentence(
      title: fill(sentence.title, problem.details), text: fill(sentence.text, problem.details),
      link: sentence.link)
  }

  static let again = Anchor(label: "Enviar outro arquivo", href: "/cargas/nova")

  /// By rule. Kept in the order of the floors: territory and figures, loads, files, pages.
  static let table: [String: Sentence] = [figures, loads, files, outlines, pages]
    .reduce(into: [:]) { $0.merge($1) { $1 } }

  private static let figures: [String: Sentence] = [
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
        "O município só pode seguir um dos horários oficiais do seu estado ou dos vizinhos. Escolha um da lista."
    ),
    "indicator.unknown": Sentence(
      title: "Indicador não encontrado",
      text: "Não há indicador com a chave “{indicator}”. Volte ao painel e escolha um da lista."),
    "figure.unknown": Sentence(
      title: "Número não encontrado",
      text: "Confira o endereço: indicador, lugar e mês, como /figuras/pbf.families/MT/2023-12."),
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

  private static let loads: [String: Sentence] = [
    "load.unknown": Sentence(
      title: "Carga não encontrada",
      text: "Nenhuma carga tem este número. Ela pode ter sido enviada a outra instalação do programa.",
      link: Anchor(label: "Ver todas as cargas", href: "/cargas")),
    "load.sameFile": Sentence(
      title: "Este arquivo já foi carregado",
      text: "O conteúdo é idêntico ao de uma carga que já vale. Nada mudou, e nada precisa ser feito."),
    "load.cancelled": Sentence(
      title: "A leitura foi cancelada",
      text: "Nada deste arquivo foi gravado; os números de antes continuam valendo.",
      link: again),
    "load.notReading": Sentence(
      title: "Esta carga já terminou",
      text: "Só é possível cancelar enquanto o arquivo é lido. Veja o resultado na página da carga.",
      link: Anchor(label: "Ver todas as cargas", href: "/cargas")),
  ]

  private static let pages: [String: Sentence] = [
    "page.unknown": Sentence(
      title: "Esta página não existe",
      text: "O endereço pode ter sido copiado pela metade, ou a página mudou de lugar. Use o menu ou a busca."
    ),
    "page.tooLong": Sentence(
      title: "O pedido é grande demais",
      text: "Este formulário aceita só algumas letras. Volte e tente de novo."),
    "page.unreadable": Sentence(
      title: "O pedido não pôde ser entendido", text: "Volte à página anterior, recarregue-a e tente de novo."
    ),
    "page.foreign": Sentence(
      title: "O pedido veio de outro site",
      text:
        "Por segurança, só as páginas do próprio Prumo podem gravar. Abra a página pelo menu e tente de novo."
    ),
    "page.month": Sentence(
      title: "Este mês não existe", text: "Escreva o mês como 2023-12, ou escolha um da lista no painel."),
    "upload.notForm": Sentence(
      title: "O envio não veio do formulário",
      text:
        "O programa espera o arquivo no formulário de envio. Abra a página “Enviar um arquivo” e tente de novo.",
      link: again),
    "upload.noFile": Sentence(
      title: "Nenhum arquivo foi escolhido", text: "Escolha o arquivo no seu computador e envie de novo."),
    "upload.damagedForm": Sentence(
      title: "O envio chegou danificado",
      text: "A transmissão foi cortada ou alterada no caminho. Nada foi gravado; envie o arquivo de novo.",
      link: again),
    "upload.tooLarge": Sentence(
      title: "O arquivo é grande demais",
      text:
        "O limite é {limitBytes}. A folha nacional de um mês tem cerca de 2 GB; confira se é o arquivo certo.",
      link: again),
    "upload.unsized": Sentence(
      title: "O navegador não disse o tamanho do envio",
      text: "Sem o tamanho não há como acompanhar nem conferir o envio. Atualize o navegador e tente de novo."
    ),
  ]

  /// Fills `{word}`; amounts of bytes, months and counts are written as people read them.
  static func fill(_ sentence: String, _ details: [String: String]) -> String {
    var text = sentence
    for (word, value) in details.sorted(by: { $0.key < $1.key }) {
      text = text.replacing("{\(word)}", with: readable(word, value))
    }
    return text
  }

  private static func readable(_ word: String, _ value: String) -> String {
    if word == "delimiter" { return delimiter(value) }
    if word.hasSuffix("Bytes") { return Int64(value).map(Brazilian.bytes) ?? value }
    let parts = value.split(separator: ",").map { String($0.drop { $0 == " " }) }
    if word == "reasons" {
      return parts.map { part in
        let pieces = part.split(separator: ":").map(String.init)
        return pieces.count == 2 ? "\(reason(pieces[0])):\(pieces[1])" : part
      }.joined(separator: "; ")
    }
    let spoken = parts.map { part in
      ReferenceMonth(part).map(Brazilian.month) ?? (word == "code" ? nil : Int(part).map(Brazilian.whole))
        ?? part
    }
    return spoken.joined(separator: ", ")
  }
}

extension Notice {
  init(_ problem: Problem) {
    let sentence = Sentences.of(problem)
    self.init(.critical, title: sentence.title, text: sentence.text, link: sentence.link)
  }
}
