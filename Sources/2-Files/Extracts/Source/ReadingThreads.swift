import Foundation

/// Runs `body` on `count` threads of its own, the calling one among them, and returns when all have ended.
/// Own threads, as an upload may block them for minutes, which neither pool of the runtime should have to bear.
func runThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for index in 1..<max(1, count) {
    group.enter()
    let thread = Thread {
      body(index)
      group.leave()
    }
    thread.name = "extract-\(index)"
    thread.start()
  }
  body(0)
  group.wait()
}
