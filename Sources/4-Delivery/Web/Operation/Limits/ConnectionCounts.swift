import Synchronization

/// How many connections are open, in all and of each address.
final class ConnectionCounts: Sendable {
  private struct State {
    var all = 0
    var byHolder: [NetworkAddress: Int] = [:]
  }

  private let most: Int
  private let mostPerAddress: Int
  private let proxies: ClientAddress
  private let state = Mutex(State())

  init(_ limits: RequestLimits, proxies: ClientAddress) {
    most = limits.connections
    mostPerAddress = limits.connectionsPerAddress
    self.proxies = proxies
  }

  /// Nil when there was room; otherwise why not, and then nothing is counted.
  func enter(_ address: NetworkAddress?) -> RequestRefusal? {
    let holder = held(address)
    return state.withLock { state in
      guard state.all < most else { return .full }
      if let holder {
        guard state.byHolder[holder, default: 0] < mostPerAddress else { return .tooManyConnections }
        state.byHolder[holder, default: 0] += 1
      }
      state.all += 1
      return nil
    }
  }

  func leave(_ address: NetworkAddress?) {
    let holder = held(address)
    state.withLock { state in
      state.all -= 1
      guard let holder, let count = state.byHolder[holder] else { return }
      state.byHolder[holder] = count > 1 ? count - 1 : nil
    }
  }

  var all: Int { state.withLock { $0.all } }

  /// Nil for our own proxies, whose connections are everybody's.
  private func held(_ address: NetworkAddress?) -> NetworkAddress? {
    guard let address, !proxies.isTrusted(address) else { return nil }
    return address.holder
  }
}
