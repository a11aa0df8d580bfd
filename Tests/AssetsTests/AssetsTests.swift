import Assets
import Foundation
import Testing

@Suite struct AssetsTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `an unknown name has nothing`() {
    #expect(Assets.text("Browser/none.css") == nil)
    #expect(Assets.bytes("../Browser/prumo.css") == nil)
  }

  @Test(arguments: Assets.names)
  func `an asset is the file of its name`(name: String) throws {
    let file = try Data(contentsOf: Self.root.appending(path: name))
    #expect(Assets.bytes(name) == Array(file))
  }

  @Test(arguments: ["Browser", "Catalogue", "Sources/2-Storage", "Sources/4-Delivery/Web"])
  func `every file that pages, figures and tables need is carried`(folder: String) throws {
    let kinds: Set<String> = ["css", "csv", "js", "mustache", "sql", "svg", "txt", "yaml"]
    let names = Set(Assets.names)
    let files = FileManager.default.enumerator(atPath: Self.root.appending(path: folder).path)
    for case let path as String in files ?? .init() where kinds.contains(URL(filePath: path).pathExtension) {
      #expect(names.contains("\(folder)/\(path)"))
    }
  }
}
