/// What stands before a part of a form: the field's name and, of a file, the file's.
struct PartHeader: Equatable {
  static let maximumFileNameLength = 200

  let name: String
  /// The last name only: some browsers send folders. Nil for a field that is no file.
  let fileName: String?

  /// Nil without a `Content-Disposition: form-data` that has a name.
  init?(lines: ArraySlice<UInt8>) {
    let text = String(decoding: lines, as: UTF8.self)
    for line in text.split(separator: "\r\n") {
      let pieces = line.split(separator: ":", maxSplits: 1)
      guard pieces.count == 2, pieces[0].lowercased() == "content-disposition" else { continue }
      let parameters = Self.parameters(pieces[1])
      guard parameters.kind == "form-data", let name = parameters.values["name"] else { return nil }
      self.name = name
      fileName = parameters.values["filename"].map(Self.lastName)
      return
    }
    return nil
  }

  /// `form-data; name="arquivo"; filename="folha.csv"`; within quotes browsers write `%22` for a quote.
  private static func parameters(_ text: Substring) -> (kind: String, values: [String: String]) {
    var values: [String: String] = [:]
    var rest = text[...]
    let kind = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(kind.count)
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let value: Substring
      if rest.first == "\"" {
        value = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 2)
      } else {
        value = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(value.count)
      }
      let key = name.lowercased()
      if values[key] == nil { values[key] = String(value).replacing("%22", with: "\"") }
    }
    return (kind.filter { $0 != " " }.lowercased(), values)
  }

  private static func lastName(_ path: String) -> String {
    let last = path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let visible = String(last.unicodeScalars.filter { $0.properties.generalCategory != .control })
    return String(visible.prefix(maximumFileNameLength))
  }
}
