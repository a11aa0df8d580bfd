import Vocabulary

/// What a sender says that a file is. It decides nothing by itself, as the content does; but what says it is something else
/// is refused, and so is what says one thing and is another.
enum DeclaredType: Equatable {
  case zip
  case text
  /// Nothing was said that means anything.
  case unsaid

  private static let zips: Set<String> = [
    "application/zip", "application/x-zip-compressed", "application/x-zip", "multipart/x-zip",
  ]
  /// Windows calls a CSV by the name of the program that opens it.
  private static let texts: Set<String> = [
    "text/csv", "text/plain", "text/comma-separated-values", "text/json", "application/csv",
    "application/vnd.ms-excel", "application/json", "application/geo+json", "application/vnd.geo+json",
  ]
  private static let unsaids: Set<String> = ["", "application/octet-stream", "application/x-download"]

  /// Throws `upload.otherType`.
  init(_ contentType: String) throws(Problem) {
    if Self.zips.contains(contentType) {
      self = .zip
    } else if Self.texts.contains(contentType) {
      self = .text
    } else if Self.unsaids.contains(contentType) {
      self = .unsaid
    } else {
      throw .invalid(
        field: UploadBody.fieldName, rule: "upload.otherType", ["type": Self.shown(contentType)])
    }
  }

  static let headBytes = 4

  /// - Parameter head: the first bytes of the content, fewer than `headBytes` only of a smaller file.
  /// - Throws: `upload.typeMismatch`
  func check(_ head: [UInt8]) throws(Problem) {
    // What is empty is told by the reader.
    guard !head.isEmpty, self != .unsaid else { return }
    let isZip = head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
    guard isZip == (self == .zip) else {
      throw .invalid(field: UploadBody.fieldName, rule: "upload.typeMismatch")
    }
  }

  private static let longestShown = 60

  /// Letters that names of types are made of; anybody may have written it.
  private static func shown(_ type: String) -> String {
    String(
      type.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "/.+-".contains($0)) }.prefix(longestShown))
  }
}
