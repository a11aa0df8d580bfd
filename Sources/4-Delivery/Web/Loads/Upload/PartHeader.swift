/// What stands before a part of a form: the field's name and, of a file, the file's.
struct PartHeader: Equatable {
  static let maximumFileNameLength = 200

  let name: String
  /// The last name only: some browsers send folders. Nil for a field that is no file.
  let fileName: String?
  /// What the sender says of it, in lower case and without parameters; empty when nothing is said.
  let contentType: String

  /// Nil without a `Content-Disposition: form-data` that has a name.
  init?(lines: ArraySlice<UInt8>) {
    let fields = Self.fields(lines)
    guard let disposition = fields["content-disposition"] else { return nil }
    let parameters = Self.parameters(disposition)
    guard parameters.kind == "form-data", let name = parameters.values["name"] else { return nil }
    self.name = name
    fileName = parameters.values["filename"].map(Self.lastName)
    contentType = Self.bare(fields["content-type"] ?? "")
  }

  /// The first of a name counts.
  private static func fields(_ lines: ArraySlice<UInt8>) -> [String: Substring] {
    let text = String(decoding: lines, as: UTF8.self)
    var fields: [String: Substring] = [:]
    for line in text.split(separator: "\r\n") {
      let pieces = line.split(separator: ":", maxSplits: 1)
      guard pieces.count == 2, fields[pieces[0].lowercased()] == nil else { continue }
      fields[pieces[0].lowercased()] = pieces[1]
    }
    return fields
  }

  private static func bare(_ type: Substring) -> String {
    type.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
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
