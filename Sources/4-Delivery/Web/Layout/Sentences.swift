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
  static let table: [String: Sentence] = [figures, loads, files, outlines, pages, programs]
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

  private static let loads: [String: Sentence] = [
    "load.unknown": Sentence(
      title: "Carga não encontrada",
      text: "Nenhuma carga tem este número. Ela pode ter sido enviada a outra instalação do programa.",
      link: Anchor(label: "Ver todas as cargas", href: "/cargas")),
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
  ]

  private static let files: [String: Sentence] = [
    "extract.cancelled": Sentence(title: "A leitura foi cancelada", text: "Nada deste arquivo foi gravado."),
    "extract.io": Sentence(
      title: "O arquivo parou de chegar",
      text:
        "A leitura falhou no meio ({reason}). Nada foi gravado. Confira o disco ou a conexão e envie de novo.",
      link: again),
    "extract.directory": Sentence(
      title: "Isto é uma pasta", text: "Escolha o arquivo CSV ou ZIP dentro dela.", link: again),
    "extract.notRegularFile": Sentence(
      title: "Isto não é um arquivo comum", text: "Copie o conteúdo para um arquivo e envie esse.",
      link: again),
    "extract.emptyFile": Sentence(
      title: "O arquivo está vazio",
      text: "Ele tem 0 byte: o download deve ter falhado. Baixe-o de novo no Portal da Transparência.",
      link: again),
    "extract.tooLarge": Sentence(
      title: "O arquivo é grande demais",
      text:
        "O limite é {limitBytes}. A folha nacional de um mês tem cerca de 2 GB; confira se é o arquivo certo.",
      link: again),
    "extract.fileChanged": Sentence(
      title: "O arquivo mudou durante a leitura",
      text:
        "Eram {expectedBytes} e chegaram {foundBytes}. Nada foi gravado; espere o download terminar e envie de novo.",
      link: again),
    "extract.utf16": Sentence(
      title: "O arquivo está em UTF-16",
      text:
        "Foi salvo de novo por outro programa. Envie o arquivo como foi baixado, sem abri-lo em planilha.",
      link: again),
    "extract.missingHeader": Sentence(
      title: "Falta a linha de cabeçalho",
      text:
        "A primeira linha tem {columns} valores em vez dos nomes das colunas. Envie o arquivo como foi baixado.",
      link: again),
    "extract.unknownHeader": Sentence(
      title: "O cabeçalho não é de um arquivo de pagamentos conhecido",
      text: "O mais parecido é {programme}, mas faltam as colunas: {missing}. Colunas reconhecidas: {found}; "
        + "outras: {unknown}. Confira se é a folha de pagamentos.", link: again),
    "extract.duplicateColumn": Sentence(
      title: "Uma coluna aparece duas vezes",
      text:
        "A coluna {column} está repetida no cabeçalho, e não há como saber qual vale. Envie o arquivo original.",
      link: again),
    "extract.otherProgramme": Sentence(
      title: "O arquivo é de outro programa",
      text: "É um arquivo de {programme}. O Prumo lê os de Bolsa Família e Auxílio Brasil.", link: again),
    "extract.noRows": Sentence(
      title: "O arquivo só tem o cabeçalho", text: "Não há nenhuma linha de pagamento. Baixe-o de novo.",
      link: again),
    "extract.nothingAccepted": Sentence(
      title: "Nenhuma linha pôde ser lida",
      text:
        "Das {rows} linhas, todas foram recusadas ({reasons}). O arquivo deve ter sido alterado; envie o original.",
      link: again),
    "extract.twoPayrollMonths": Sentence(
      title: "O arquivo mistura meses de folha",
      text:
        "Há linhas de {months}, com {rows} linhas; começam nas linhas {firstLines}. Cada folha precisa de um arquivo.",
      link: again),
    "extract.truncatedZip": Sentence(
      title: "O ZIP está cortado", text: "O download não terminou. Baixe o arquivo de novo e envie.",
      link: again),
    "extract.damagedZip": Sentence(
      title: "O ZIP está danificado", text: "Não foi possível abri-lo. Baixe o arquivo de novo e envie.",
      link: again),
    "extract.zipChecksum": Sentence(
      title: "O conteúdo do ZIP não confere",
      text: "A soma de verificação é outra: algo se perdeu no caminho. Baixe o arquivo de novo.", link: again),
    "extract.zipEncrypted": Sentence(
      title: "O ZIP tem senha", text: "Descompacte o arquivo e envie o CSV de dentro.", link: again),
    "extract.zipMethod": Sentence(
      title: "O ZIP usa uma compressão que o programa não lê",
      text: "Método {method}. Descompacte o arquivo e envie o CSV de dentro.", link: again),
    "extract.zipNested": Sentence(
      title: "Há um ZIP dentro do ZIP", text: "Descompacte o de fora e envie o de dentro.", link: again),
    "extract.zipBomb": Sentence(
      title: "O ZIP se expande demais",
      text:
        "O conteúdo passaria de {limitBytes}, o que nenhum arquivo de pagamentos faz. A leitura parou por segurança.",
      link: again),
    "extract.zipTooManyMembers": Sentence(
      title: "O ZIP tem arquivos demais", text: "O limite é de {limit}. Envie só o CSV de pagamentos.",
      link: again),
    "extract.zipWithoutExtract": Sentence(
      title: "O ZIP não tem arquivo de pagamentos",
      text: "Nenhum arquivo de dentro tem um cabeçalho conhecido. Confira se é o ZIP certo.", link: again),
    "extract.zipSeveralExtracts": Sentence(
      title: "O ZIP tem mais de uma folha", text: "Descompacte-o e envie um arquivo de cada vez.", link: again
    ),
  ]

  private static let outlines: [String: Sentence] = [
    "boundaries.notGeoJSON": Sentence(
      title: "O arquivo não é um GeoJSON",
      text:
        "Ele começa como JSON, mas não traz uma lista de contornos (FeatureCollection). Exporte-o de novo.",
      link: again),
    "boundaries.noneKnown": Sentence(
      title: "Nenhum contorno tem código de município",
      text:
        "Cada contorno precisa do código IBGE de 7 dígitos em suas propriedades, como CD_MUN ou geocodigo.",
      link: again),
    "boundaries.projected": Sentence(
      title: "As coordenadas não são graus",
      text:
        "Os contornos estão em metros ou outra projeção. Exporte-os em latitude e longitude (SIRGAS 2000 ou WGS 84).",
      link: again),
    "boundaries.tooLarge": Sentence(
      title: "O arquivo de contornos é grande demais",
      text: "O limite é {limit} MB. Use contornos simplificados, que desenham o mesmo mapa.", link: again),
  ]

  private static let programs: [String: Sentence] = [
    "backup.fileExists": Sentence(
      title: "O arquivo da cópia já existe",
      text: "{file} não foi alterado. Escolha outro nome, ou mova o que existe."),
    "restore.fileMissing": Sentence(
      title: "A cópia não foi encontrada", text: "Não há arquivo em {file}. Confira o caminho."),
    "restore.notEmpty": Sentence(
      title: "O banco de destino não está vazio",
      text: "Trazer uma cópia por cima misturaria dois bancos. Indique em --database um banco novo."),
    "restore.otherVersion": Sentence(
      title: "A cópia é de outra versão do programa",
      text:
        "Nada foi alterado. Traga-a com a versão que a fez e, depois, abra o banco com esta, que o atualiza."),
  ]

  /// Fills `{word}` in one pass: what a detail brings is never looked at again.
  static func fill(_ sentence: String, _ details: [String: String]) -> String {
    var text = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let word = String(rest[rest.index(after: open)..<close])
      text += rest[..<open] + readable(word, details[word] ?? "…")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// Amounts of bytes, months and counts are written as people read them; anything else as it is.
  private static func readable(_ word: String, _ value: String) -> String {
    switch word {
    case "delimiter": return delimiter(value)
    case "limitBytes", "expectedBytes", "foundBytes": return Int64(value).map(Brazilian.bytes) ?? value
    case "months", "rows", "firstLines", "columns", "unknown", "limit", "line", "count":
      let parts = value.split(separator: ",").map { $0.drop { $0 == " " } }
      return parts.map { part in
        ReferenceMonth(part).map(Brazilian.month) ?? Int(part).map { Brazilian.whole($0) } ?? String(part)
      }.joined(separator: ", ")
    case "reasons":
      return value.split(separator: ",").map { part in
        let pieces = part.split(separator: ":").map { $0.drop { $0 == " " } }
        return pieces.count == 2 ? "\(reason(String(pieces[0]))): \(pieces[1])" : String(part)
      }.joined(separator: "; ")
    default: return value
    }
  }
}

extension Notice {
  /// Without a link on a page that already offers what it leads to.
  init(_ problem: Problem, isLinked: Bool = true) {
    let sentence = Sentences.of(problem)
    self.init(.critical, title: sentence.title, text: sentence.text, link: isLinked ? sentence.link : nil)
  }
}
