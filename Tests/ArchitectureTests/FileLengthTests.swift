import Testing

@Suite struct FileLengthTests {
  private let longestFileLines = 320

  @Test func `no Swift file is longer than a person reads at once`() {
    for file in SourceTree.swift where file.lines.count > longestFileLines + 1 {
      Issue.record(
        """
        \(file.path) has \(file.lines.count - 1) lines, at most \(longestFileLines) are allowed: one idea per file, \
        the file has its name (`Campaign+Opening.swift`).
        """)
    }
  }
}
