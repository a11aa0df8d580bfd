import Foundation
import TestSupport
import Testing

@testable import UseCases
@testable import Web

@Suite struct TemplateTests {
  private var trees: [String: [TemplateTag]] {
    get throws {
      try Dictionary(
        uniqueKeysWithValues: Templates.shared.texts.map {
          ($0.key, try TemplateReader.read($0.value, of: $0.key))
        })
    }
  }

  @Test func `every tag has a stored property, and every part is shown by some sample`() async throws {
    try await withPages { prumo in
      let trees = try self.trees
      var walk = TemplateWalk(trees)
      for (_, page) in try await Samples(prumo).all() {
        walk.walk(page, template: type(of: page).templateName)
      }
      #expect(walk.faults.sorted() == [])
      let marks = Set(trees.values.flatMap { $0.flatMap(\.marks) })
      #expect(marks.subtracting(walk.shown).sorted() == [])
    }
  }

  @Test func `only drawings are written without escaping`() throws {
    var raw: [String] = []
    for (name, tags) in try trees { raw += tags.flatMap(\.raw).map { "\(name) \($0)" } }
    #expect(raw.sorted() == ["ChartFrame drawing", "FigureCard .", "SecondFactorPage drawing"])
  }

  @Test func `pages look as they were last seen`() async throws {
    try await withPages { prumo in
      for (name, page) in try await Samples(prumo).all() {
        try assertGolden(try Templates.shared.html(of: page), named: "\(name).html")
      }
    }
  }

  @Test func `every page is a whole document with one title and no script or style of its own`() async throws
  {
    try await withPages { prumo in
      for (name, page) in try await Samples(prumo).all() {
        let html = try Templates.shared.html(of: page)
        #expect(html.hasPrefix("<!DOCTYPE html>"), "\(name)")
        #expect(html.components(separatedBy: "<h1>").count == 2, "\(name)")
        for forbidden in ["<script>", "<style", " style=\"", " onclick=", "javascript:"] {
          #expect(!html.contains(forbidden), "\(name) has \(forbidden)")
        }
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "\(name) repeats an id")
      }
    }
  }
}
