import Access

/// What a break of the audit trail's chain means, for who looks after the database.
enum TrailFault {
  static func sentence(of fault: AuditBreak) -> String {
    switch fault {
    case .changed(let number):
      "Trilha de auditoria: o registro \(number) foi alterado depois de gravado."
    case .unlinked(let number):
      """
      Trilha de auditoria: o registro \(number) não continua o registro \(number - 1); um dos dois foi trocado depois \
      de gravado.
      """
    case .missing(let number):
      "Trilha de auditoria: falta o registro \(number); foi apagado."
    case .inserted(let number):
      "Trilha de auditoria: o registro \(number) não foi gravado pelo Prumo; foi acrescentado por fora."
    case .endMissing(let number):
      "Trilha de auditoria: os registros a partir do \(number) foram apagados."
    case .headMissing:
      "Trilha de auditoria: a anotação do último registro foi apagada; registros do fim podem faltar."
    case .otherThanNoted(let number):
      "Trilha de auditoria: o registro \(number) não é o que foi anotado fora do banco; a trilha foi reescrita."
    }
  }
}
