import Access
import Indicators
import Records
import Vocabulary

/// What the trail keeps of loads. A file of the ministry tells of the whole country: its load has no place, and is read by
/// those who answer for a state.
extension AuditNote {
  /// Its figures count from now on.
  static func committed(_ load: Load, municipalities: Int) -> AuditNote {
    AuditNote(
      load.layout == Prumo.boundariesLayout ? .boundariesLoaded : .loadCommitted,
      of: AuditThing(.load, load.id),
      after: [
        .file: load.file.name, .sha256: load.file.sha256, .dataset: load.dataset.text,
        .month: load.month?.description, .rowsRead: load.rows.map { String($0.read) },
        .rowsAccepted: load.rows.map { String($0.accepted) }, .municipalities: String(municipalities),
      ].compactMapValues(\.self))
  }

  /// Its reading ended without figures: by a rule that refused it, or by a fault.
  static func ended(_ load: Load, refusal: Problem?) -> AuditNote {
    AuditNote(
      refusal == nil ? .loadInterrupted : .loadRefused, of: AuditThing(.load, load.id),
      after: [.file: load.file.name, .dataset: load.dataset.text, .rule: refusal?.rule]
        .compactMapValues(\.self))
  }

  static func cancelled(_ load: Load) -> AuditNote {
    AuditNote(
      .loadCancelled, of: AuditThing(.load, load.id),
      after: [.file: load.file.name, .dataset: load.dataset.text])
  }
}
