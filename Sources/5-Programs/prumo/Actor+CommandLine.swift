import Access
import Foundation

extension Actor {
  /// Who gives commands on the machine: the account of the operating system.
  static var commandLine: Actor {
    .program(
      "linha de comando (\(NSUserName()))",
      origin: Origin(address: "local", requestID: UUID().uuidString.lowercased()))
  }
}
