import Testing

/// Templates, migrations, style sheet and catalogue become part of the program by `#embed` in CAssets
/// (docs/decisions/0003-assets-in-the-program.md). A file that is forgotten there is missing only when it runs.
@Suite struct EmbeddedFileTests {
  @Test func `what is embedded exists`() {
    for (path, place) in embedded where !SourceTree.exists(path) {
      Issue.record("\(place) embeds \(path), which does not exist: rename it there, or remove the line.")
    }
  }

  @Test(.enabled(if: SourceTree.all.contains { $0.path.contains("/CAssets/") }))
  func `what belongs into the program is embedded`() {
    let paths = Set(embedded.map(\.path))
    for file in SourceTree.all where belongs(file) && !paths.contains(file.path) {
      Issue.record("\(file.path) is not embedded: add it to CAssets, or the program will not find it.")
    }
  }

  private func belongs(_ file: ProjectFile) -> Bool {
    if file.path.hasPrefix("Catalogue/") || file.path.hasPrefix("Browser/") {
      return !file.path.hasSuffix(".md")
    }
    return file.path.hasPrefix("Sources/")
      && (file.path.hasSuffix(".mustache") || file.path.hasSuffix(".sql"))
  }

  /// Paths from the root, and where they are written. A path in `#embed` counts from the file that says it.
  private var embedded: [(path: String, place: String)] {
    SourceTree.all.filter { $0.path.contains("/CAssets/") }.flatMap { file in
      file.text.matches(of: /#\s*embed\s+"([^"]+)"/).map {
        (normalized(file.folder + "/" + $0.1), file.path)
      }
    }
  }

  private func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
