import Access

/// What each permission lets a person do, in their words.
enum PermissionWords {
  /// Short, as the head of a row.
  static func name(_ permission: Permission) -> String {
    switch permission {
    case .figuresRead: "Ver os números"
    case .loadsRead: "Ver as cargas"
    case .loadsWrite: "Enviar arquivos"
    case .clockChoose: "Escolher o relógio"
    case .peopleRead: "Ver as pessoas"
    case .peopleWrite: "Cuidar das contas"
    case .roleGrant: "Dar papéis"
    case .rolesRead: "Ver esta tabela"
    case .auditRead: "Ler a trilha"
    case .auditExport: "Baixar a trilha"
    case .privacyRead: "Ver o que se guarda"
    case .privacyWrite: "Responder a titulares"
    case .viewAs: "Ver como outra pessoa"
    }
  }

  /// One line of what it is.
  static func explanation(_ permission: Permission) -> String {
    switch permission {
    case .figuresRead: "painel, fichas dos municípios, comparações e os arquivos para baixar"
    case .loadsRead: "os arquivos lidos, o que traziam e o que foi recusado"
    case .loadsWrite: "dar arquivos ao programa e parar a leitura"
    case .clockChoose: "o horário pelo qual um município vive"
    case .peopleRead: "quem tem conta, com que papel e em que lugar"
    case .peopleWrite: "convidar, corrigir, rever e encerrar contas"
    case .roleGrant: "dar e retirar papéis, nunca mais do que se tem"
    case .rolesRead: "quem pode o quê"
    case .auditRead: "quem fez o quê, quando e de onde"
    case .auditExport: "a trilha de auditoria em arquivo"
    case .privacyRead: "que dados pessoais são guardados, para quê e até quando"
    case .privacyWrite: "pedidos das pessoas sobre os próprios dados e eliminação no prazo"
    case .viewAs: "olhar o programa pelos olhos de outra pessoa, sem mudar nada"
    }
  }

  /// Those that change something stand apart from those that only look.
  static func isChange(_ permission: Permission) -> Bool {
    switch permission {
    case .figuresRead, .loadsRead, .peopleRead, .rolesRead, .auditRead, .auditExport, .privacyRead, .viewAs:
      false
    case .loadsWrite, .clockChoose, .peopleWrite, .roleGrant, .privacyWrite: true
    }
  }
}
