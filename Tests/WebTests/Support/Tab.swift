import Foundation
import Synchronization
import TestCast

/// A browser's tab: it keeps the cookies it is given and sends them back.
final class Tab: Sendable {
  private let server: PageServer
  private let kept = Mutex<[String: String]>([:])
  static let browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

  init(_ server: PageServer) { self.server = server }

  var cookies: [String: String] { kept.withLock { $0 } }

  func get(_ path: String) async throws -> PageServer.Answer {
    keep(try await server.get(path, as: nil, headers: headers))
  }

  /// A form of one of our own pages, filled in.
  func post(_ path: String, _ fields: [String: String] = [:]) async throws -> PageServer.Answer {
    let form = fields.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }.joined(separator: "&")
    return keep(
      try await server.post(
        path, form, as: nil,
        headers: headers.merging(["Origin": "http://\(server.host)"]) { $1 }))
  }

  private var headers: [String: String] {
    let cookies = self.cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")
    return ["User-Agent": Self.browser].merging(cookies.isEmpty ? [:] : ["Cookie": cookies]) { $1 }
  }

  private func keep(_ answer: PageServer.Answer) -> PageServer.Answer {
    for cookie in answer.cookies {
      let pair = cookie.prefix { $0 != ";" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      kept.withLock { $0[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
    }
    return answer
  }
}
