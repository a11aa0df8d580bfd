extension Sentences {
  static let programs: [String: Sentence] = [
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
}
