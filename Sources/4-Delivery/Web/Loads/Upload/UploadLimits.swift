/// What one upload may bring.
enum UploadLimits {
  /// The national payroll of a month has 2 GB; a person may send the wrong file of ten and is told so.
  static let fileBytes: Int64 = 12_000_000_000
  /// Around the file: boundaries, headers of parts and the few short fields.
  static let envelopeBytes: Int64 = 64 << 10
  /// Headers of one part.
  static let partHeaderBytes = 8 << 10
  /// Parts of one form.
  static let parts = 8
  /// RFC 2046 allows so many letters of a boundary.
  static let boundaryLetters = 70
  /// Read from the network and not yet by the reader: enough to keep it busy, small beside the file.
  static let queueBytes = 4 << 20
  /// An upload in which nothing arrives for so long is given up.
  static let silenceSeconds = 120
}
