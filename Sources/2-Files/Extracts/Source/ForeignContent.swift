/// What a file plainly is when it is none of ours, told from its first bytes: its name and what is said of it do not count.
public enum ForeignContent: String, CaseIterable, Sendable {
  case pdf, image, webPage, program, officeDocument, otherArchive, database

  /// So many bytes are looked at.
  static let headBytes = 64

  private static let beginnings: [(ForeignContent, [UInt8])] = [
    (.pdf, Array("%PDF-".utf8)), (.image, [0x89, 0x50, 0x4E, 0x47]), (.image, [0xFF, 0xD8, 0xFF]),
    (.image, Array("GIF8".utf8)), (.image, Array("RIFF".utf8)), (.image, [0x49, 0x49, 0x2A, 0x00]),
    (.image, [0x4D, 0x4D, 0x00, 0x2A]), (.program, [0x7F, 0x45, 0x4C, 0x46]), (.program, Array("MZ".utf8)),
    (.program, Array("#!".utf8)), (.program, [0xCF, 0xFA, 0xED, 0xFE]), (.program, [0xCA, 0xFE, 0xBA, 0xBE]),
    // Office files of before 2007.
    (.officeDocument, [0xD0, 0xCF, 0x11, 0xE0]), (.officeDocument, Array("{\\rtf".utf8)),
    (.otherArchive, [0x1F, 0x8B]), (.otherArchive, Array("Rar!".utf8)),
    (.otherArchive, [0x37, 0x7A, 0xBC, 0xAF]), (.otherArchive, Array("BZh".utf8)),
    (.otherArchive, [0xFD, 0x37, 0x7A, 0x58]), (.otherArchive, [0x28, 0xB5, 0x2F, 0xFD]),
    (.database, Array("SQLite format 3".utf8)), (.database, Array("PAR1".utf8)),
  ]

  /// Members of a ZIP by which office programs of today know their files.
  private static let officeMembers: Set<String> = ["[Content_Types].xml", "_rels/.rels", "mimetype"]

  /// Nil for what may be ours.
  init?(head: [UInt8]) {
    if let (kind, _) = Self.beginnings.first(where: { head.starts(with: $0.1) }) {
      self = kind
      return
    }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let text = head.starts(with: byteOrderMark) ? head.dropFirst(byteOrderMark.count) : head[...]
    // No table of ours begins so, and every page of HTML or XML does.
    guard text.first(where: { !blanks.contains($0) }) == UInt8(ascii: "<") else { return nil }
    self = .webPage
  }

  init?(zipMember name: String) {
    guard Self.officeMembers.contains(name) else { return nil }
    self = .officeDocument
  }
}
