extension QRCode {
  /// So that it has a size before the style sheet gives it one, and on paper.
  private static let pixelsPerModule = 4

  /// The drawing, to stand in a page or in a file of its own: one path. It is black on white also where the page is dark,
  /// because many readers do not take the reverse. `title` and `description` are what a screen reader says; `id` begins
  /// the names of its parts and must be the only one of its page.
  public func svg(title: String, description: String, id: String = "qr-code") -> String {
    let full = side + 2 * Self.quietZone
    let pixels = full * Self.pixelsPerModule
    let name = Self.escaped(id)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="qr-code" width="\(pixels)" height="\(pixels)" \
      viewBox="0 0 \(full) \(full)" shape-rendering="crispEdges" role="img" \
      aria-labelledby="\(name)-title \(name)-description">\
      <title id="\(name)-title">\(Self.escaped(title))</title>\
      <desc id="\(name)-description">\(Self.escaped(description))</desc>\
      <rect width="\(full)" height="\(full)" fill="#FFFFFF"/><path fill="#000000" d="\(path)"/></svg>
      """
  }

  /// Each run of dark modules in a row is a rectangle.
  private var path: String {
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        let start = column
        while column < side, isDark(row: row, column: column) { column += 1 }
        let length = column - start
        if length > 0 {
          path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z"
        } else {
          column += 1
        }
      }
    }
    return path
  }

  /// Control characters are dropped: XML has no way to write them.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
