import HTTPTypes
import Hummingbird

/// People reach the pages by one name. Who comes by another is led to it; a form sent there is not taken.
struct HostRule: Sendable {
  let publicAddress: PublicAddress?

  enum Verdict: Equatable {
    case fine
    case elsewhere(String)
    case refused
  }

  /// Programs of this machine ask for health and metrics by any name.
  func verdict(_ head: HTTPRequest, _ facts: RequestFacts) -> Verdict {
    guard let publicAddress else { return .fine }
    let path = head.path ?? "/"
    if facts.peer?.isLoopback == true, Watching.paths.contains(path) { return .fine }
    let isNamed = facts.host.map { publicAddress.isNamed(by: $0) } ?? false
    // Only a proxy that says so makes a request one without encryption: else a redirect could go round in circles.
    if isNamed, !(facts.isPlain && publicAddress.isEncrypted) { return .fine }
    guard head.method == .get || head.method == .head, path.hasPrefix("/") else { return .refused }
    return .elsewhere(publicAddress.text + path)
  }
}
