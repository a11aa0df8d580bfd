import Synchronization

/// Requests under way: in all, of each client, and those that are heavy.
final class RequestPlaces: Sendable {
  private struct State {
    var all = 0
    var uploads = 0
    var byHolder: [NetworkAddress: Int] = [:]
  }

  private let limits: RequestLimits
  private let state = Mutex(State())

  init(_ limits: RequestLimits) {
    self.limits = limits
  }

  /// Nil when there was a place, which `leave` gives back; otherwise why not.
  func enter(_ client: NetworkAddress?, isUpload: Bool) -> RequestRefusal? {
    state.withLock { state in
      guard state.all < limits.requestsAtOnce else { return .full }
      guard !isUpload || state.uploads < limits.uploadsAtOnce else { return .tooManyUploads }
      if let holder = client?.holder {
        guard state.byHolder[holder, default: 0] < limits.requestsPerAddress else { return .tooManyRequests }
        state.byHolder[holder, default: 0] += 1
      }
      state.all += 1
      if isUpload { state.uploads += 1 }
      return nil
    }
  }

  func leave(_ client: NetworkAddress?, isUpload: Bool) {
    state.withLock { state in
      state.all -= 1
      if isUpload { state.uploads -= 1 }
      guard let holder = client?.holder, let count = state.byHolder[holder] else { return }
      state.byHolder[holder] = count > 1 ? count - 1 : nil
    }
  }

  var all: Int { state.withLock { $0.all } }
}
