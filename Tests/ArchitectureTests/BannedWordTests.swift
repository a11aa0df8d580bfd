import Testing

/// Words that do not stand in the sources, each with what stands there instead. Comments and texts are not looked at.
private var bannedInCode: [(word: Regex<Substring>, instead: String)] {
  [
    (/\b[A-Za-z]*Manager\b/, "name the thing by what it does: Loads, LoadFile, Migrator"),
    (/\b[A-Za-z]*Helpers?\b/, "put the function where its only reader looks, under the name of its idea"),
    (/\b[A-Za-z]*Util(?:s|ity|ities)\b/, "one idea per file, with the name of the idea"),
    (/\bfatalError\(/, "throw; an impossible state is a `preconditionFailure` with the reason"),
    (/\btry!/, "`try` in a throwing function; a test says `throws`"),
    (/\bas!/, "`as?` and a thrown error"),
    (/\bNSLog\(/, "the logger that is handed in"),
    (/\bqtd[A-Z_]?/, "whole words: `count`, `visitsDone`"),
  ]
}

@Suite struct BannedWordTests {
  @Test func `banned words have a replacement`() {
    for file in SourceTree.sources {
      report(bannedInCode, in: file)
    }
  }

  @Test func `only programs print, and only programs read the clock of the machine`() {
    let above: [(word: Regex<Substring>, instead: String)] = [
      (/(?:^|[^.\w])print\(/, "return the text; the program prints it"),
      (/\bexit\(/, "throw; the program chooses the exit code"),
    ]
    let domain: [(word: Regex<Substring>, instead: String)] = [
      (/\bDate\(\)/, "today is an argument: take a `Day` or an `Instant`"),
      (/\bSystemRandomNumberGenerator\b/, "randomness is an argument"),
      (/\bgetenv\(|\bProcessInfo\b/, "settings are arguments"),
    ]
    for file in SourceTree.sources where !file.path.hasPrefix("Sources/5-Programs/") {
      report(above, in: file)
      if file.path.hasPrefix("Sources/1-Domain/") { report(domain, in: file) }
    }
  }

  @Test func `nothing is left to be done later in a comment`() {
    let later = /\b(TODO|FIXME|XXX|HACK)\b/
    for file in SourceTree.swift where !file.path.hasPrefix("Tests/ArchitectureTests/") {
      for (index, line) in file.lines.enumerated() where line.firstMatch(of: later) != nil {
        Issue.record("\(file.place(line: index + 1)): do it now, or file an issue; comments say why.")
      }
    }
  }

  private func report(_ banned: [(word: Regex<Substring>, instead: String)], in file: ProjectFile) {
    let lines = file.swiftText.codeLines
    for (index, line) in lines.enumerated() {
      for (word, instead) in banned {
        guard let match = line.firstMatch(of: word) else { continue }
        Issue.record("\(file.place(line: index + 1)): no `\(match.output)` here. Instead: \(instead).")
      }
    }
  }
}
