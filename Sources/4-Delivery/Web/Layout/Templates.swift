import Assets
import Mustache

/// All templates of the pages, read from the program itself. A template's name is its file's.
struct Templates: Sendable {
  /// What is wrong with the program itself; never a person's doing.
  enum Defect: Error {
    case noTemplate(String)
    case unreadable(template: String, because: String)
  }

  static let shared = Templates()

  static let ending = ".mustache"
  let texts: [String: String]
  private let library: Result<MustacheLibrary, Defect>

  private init() {
    var texts: [String: String] = [:]
    for path in Assets.names where path.hasSuffix(Self.ending) {
      let file = path.split(separator: "/").last.map(String.init) ?? path
      texts[String(file.dropLast(Self.ending.count))] = Assets.text(path)
    }
    self.texts = texts
    library = Self.read(texts)
  }

  private static func read(_ texts: [String: String]) -> Result<MustacheLibrary, Defect> {
    var library = MustacheLibrary()
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      do {
        try library.register(text, named: name)
      } catch {
        return .failure(.unreadable(template: name, because: "\(error)"))
      }
    }
    return .success(library)
  }

  func html<P: Page>(of page: P) throws(Defect) -> String {
    guard let html = try library.get().render(page, withTemplate: P.templateName) else {
      throw .noTemplate(P.templateName)
    }
    return html
  }
}
