import Testing

@Suite struct DocumentTests {
  /// Files that a page already points to and that are still to be made. Take a line out once its file is there.
  private let awaited: Set<String> = []

  @Test func `links in the documents lead somewhere`() {
    for page in SourceTree.pages {
      for (link, line) in relativeLinks(of: page) where !SourceTree.exists(link) && !awaited.contains(link) {
        Issue.record(
          "\(page.place(line: line)): the link to \(link) leads nowhere: correct it, or write the page.")
      }
    }
  }

  @Test func `what was awaited is no longer on the list`() {
    for path in awaited where SourceTree.exists(path) {
      Issue.record("\(path) is there now: take it out of `awaited` in DocumentTests.swift.")
    }
  }

  @Test func `documents that sources and scripts point to are there`() {
    for file in SourceTree.all where !file.path.hasSuffix(".md") {
      for match in file.text.matches(of: /docs\/[A-Za-z0-9\/_-]+\.md/)
      where !SourceTree.exists(String(match.output)) && !awaited.contains(String(match.output)) {
        Issue.record("\(file.path) points to \(match.output), which is not there: correct it, or write it.")
      }
    }
  }

  @Test func `decisions have a number each and stand in the list`() throws {
    let list = try #require(
      SourceTree.file("docs/decisions/README.md"), "docs/decisions/README.md is missing.")
    let decisions = SourceTree.pages.filter {
      $0.path.wholeMatch(of: /docs\/decisions\/\d{4}-[a-z0-9-]+\.md/) != nil
    }
    for decision in decisions where !list.text.contains("(\(decision.name))") {
      Issue.record("\(decision.path) does not stand in docs/decisions/README.md: add its line.")
    }
    let numbers = decisions.map { $0.name.prefix(4) }
    #expect(Set(numbers).count == numbers.count, "Two decisions have one number: \(numbers).")
  }

  @Test func `a document has one title`() {
    for page in SourceTree.pages {
      let titles = page.text.replacing(/(?s)```.*?```/, with: "").matches(of: /(?m)^#[ ]/).count
      #expect(titles == 1, "\(page.path) has \(titles) titles: one line begins with a single #, the first.")
    }
  }

  /// A clone of this project works alone, on any machine: no path of one machine, no folder beside it, no host
  /// from which packages come.
  @Test func `nothing points outside the project`() {
    let outside = [
      "/wor" + "k/", "../sha" + "red", "sha" + "red/da" + "ta", "pypi" + ".org", "deb.deb" + "ian.org",
      "/ro" + "ot/",
    ]
    for file in SourceTree.all where !file.path.hasPrefix("Catalogue/") {
      for (index, line) in file.lines.enumerated() {
        for word in outside where line.contains(word) {
          Issue.record("\(file.place(line: index + 1)) says `\(word)`: a clone alone on a machine must do.")
        }
      }
    }
  }

  /// Links and pictures to files of the project: without those to the web, to a heading, or in code.
  private func relativeLinks(of page: ProjectFile) -> [(path: String, line: Int)] {
    let link = /\]\(([^)#\s]+)(?:#[^)]*)?\)/
    var isCode = false
    var links: [(String, Int)] = []
    for (index, line) in page.lines.enumerated() {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { continue }
      for match in line.matches(of: link) where !match.1.contains("://") && !match.1.hasPrefix("mailto:") {
        links.append((resolved(String(match.1), from: page.folder), index + 1))
      }
    }
    return links
  }

  private func resolved(_ link: String, from folder: String) -> String {
    var parts = folder.split(separator: "/")
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
