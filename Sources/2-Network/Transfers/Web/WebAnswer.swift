/// What a web server answered, whatever its status: a redirect is an answer as any other and is not followed.
public struct WebAnswer: Sendable {
  public let status: Int
  public let body: [UInt8]
  private let headers: [(name: String, value: String)]

  init(status: Int, headerLines: [String], body: [UInt8]) {
    self.status = status
    self.body = body
    headers = headerLines.compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...]
      return (line[..<colon].lowercased(), value.trimmingPrefix { $0 == " " || $0 == "\t" }.trimmedEnd)
    }
  }

  /// The first of that name, in any case of letters.
  public func header(_ name: String) -> String? {
    headers.first { $0.name == name.lowercased() }?.value
  }

  /// The body of a good answer (2xx). Throws `refused` for any other.
  public func accepted() throws(TransferFailure) -> [UInt8] {
    guard (200...299).contains(status) else { throw .refused(status: status) }
    return body
  }
}

extension Substring {
  fileprivate var trimmedEnd: String {
    String(self[..<(lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? startIndex)])
  }
}
