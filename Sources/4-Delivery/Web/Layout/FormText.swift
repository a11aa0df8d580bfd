import Foundation
import Hummingbird
import NIOCore
import Vocabulary

/// Names and values as a form sends them, in an address or in a body: `q=agua+boa&mes=2023-12`.
struct FormText: Sendable, Equatable {
  private let values: [String: String]

  /// The first value of a name counts. What cannot be decoded is left out.
  init(_ text: some StringProtocol) {
    var values: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let pieces = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(pieces[0]), values[name] == nil,
        let value = pieces.count > 1 ? Self.decoded(pieces[1]) : ""
      else { continue }
      values[name] = value
    }
    self.values = values
  }

  subscript(name: String) -> String? { values[name] }

  /// Nil also for what holds a NUL: nobody types one, and no store takes it.
  private static func decoded(_ text: some StringProtocol) -> String? {
    let decoded = String(text.map { $0 == "+" ? " " : $0 }).removingPercentEncoding
    return decoded?.utf8.contains(0) == true ? nil : decoded
  }
}

extension Request {
  /// What stands after `?`.
  func query() throws(Problem) -> FormText {
    let text = uri.query ?? ""
    guard text.utf8.count <= ServerLimits.queryBytes else { throw .invalid(rule: "page.addressTooLong") }
    return FormText(text)
  }

  /// The fields of a small form.
  func form() async throws -> FormText {
    var bytes: [UInt8] = []
    for try await buffer in body {
      guard bytes.count + buffer.readableBytes <= ServerLimits.formBytes else {
        throw Problem.invalid(rule: "page.tooLong")
      }
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    return FormText(String(decoding: bytes, as: UTF8.self))
  }
}
