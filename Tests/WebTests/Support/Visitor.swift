import Synchronization

/// Somebody at a browser: keeps cookies from one page to the next, and sends forms as our own pages do.
final class Visitor: Sendable {
  let server: PageServer
  private let jar = Mutex<[String: String]>([:])

  init(_ server: PageServer) { self.server = server }

  func cookie(_ name: String) -> String? { jar.withLock { $0[name] } }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> PageServer.Answer {
    keep(try await server.get(path, as: nil, headers: headers.merging(carried) { $1 }))
  }

  func post(_ path: String, _ fields: [String: String]) async throws -> PageServer.Answer {
    let form = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
    let headers = ["Origin": "http://\(server.host)"].merging(carried) { $1 }
    return keep(try await server.post(path, form, as: nil, headers: headers))
  }

  private var carried: [String: String] {
    let cookies = jar.withLock { $0 }
    return cookies.isEmpty ? [:] : ["Cookie": cookies.map { "\($0)=\($1)" }.joined(separator: "; ")]
  }

  private func keep(_ answer: PageServer.Answer) -> PageServer.Answer {
    jar.withLock { jar in
      for cookie in answer.cookies {
        let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        let isOver = cookie.contains("Max-Age=0")
        jar[String(pair[0])] = isOver || pair.count < 2 ? nil : String(pair[1])
      }
    }
    return answer
  }

  /// Every byte as `%41`: a form may say so, and must be understood.
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
