import Vocabulary

/// A page that only says something: not found, refused, a defect with its number.
struct MessagePage: Page {
  let frame: Frame
  let notices: [Notice]
  let next: Anchor
}

extension MessagePage {
  init(_ problem: Problem, surroundings: Surroundings) {
    let sentence = Sentences.of(problem)
    self.init(
      frame: surroundings.frame(sentence.title, lead: sentence.text, in: nil), notices: [],
      next: sentence.link ?? Anchor(label: "Ir para o painel", href: "/"))
  }

  /// Something of ours failed: the log has the cause beside the same code.
  init(defect code: String, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Algo saiu errado", lead: "O defeito é do programa, não seu. Nada do que estava gravado se perdeu.",
        in: nil),
      notices: [
        Notice(
          .critical, title: "Código \(code)",
          text:
            "Tente de novo em alguns instantes. Se continuar, mande este código a quem cuida do programa: "
            + "com ele, a causa se encontra no registro.")
      ], next: Anchor(label: "Ir para o painel", href: "/"))
  }

  /// What a dry run of a file of outlines found.
  init(outlines features: Int, known: Int, surroundings: Surroundings) {
    self.init(
      frame: surroundings.frame(
        "Conferência dos contornos",
        lead: "\(Brazilian.count(features, "contorno", "contornos")) no arquivo, "
          + "\(Brazilian.whole(known)) de municípios conhecidos; nada foi gravado.", in: .loads,
        crumbs: [.init(label: "Cargas", href: "/cargas"), .init(label: "Conferência", href: nil)]),
      notices: [
        Notice(
          .plain, title: "Esta foi só uma conferência",
          text: "Para que os mapas usem estes contornos, envie o mesmo arquivo e escolha “Conferir e gravar”."
        )
      ], next: Anchor(label: "Enviar para gravar", href: "/cargas/nova"))
  }
}
