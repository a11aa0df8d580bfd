import Foundation
import UseCases

extension ProcessMark {
  /// The process that asks.
  static let current: ProcessMark = {
    let processID = Int(ProcessInfo.processInfo.processIdentifier)
    return ProcessMark(host: hostName, processID: processID, beganAt: beginning(of: processID) ?? 0)
  }()

  /// Whether that very process still lives on this host; an id used again by another is not it.
  var isRunning: Bool { Self.beginning(of: processID) == beganAt }

  /// A name that differs between containers on one machine, which may share process ids.
  private static var hostName: String {
    let boot = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
    return ProcessInfo.processInfo.hostName + "/"
      + boot.trimmingCharacters(in: .whitespacesAndNewlines).prefix(8)
  }

  /// Start of a process in clock ticks since boot: field 22 of its status line, counted after the name in brackets.
  private static func beginning(of processID: Int) -> UInt64? {
    guard let status = try? String(contentsOfFile: "/proc/\(processID)/stat", encoding: .utf8),
      let nameEnd = status.lastIndex(of: ")")
    else { return nil }
    let fields = status[status.index(after: nameEnd)...].split(separator: " ")
    return fields.count > 19 ? UInt64(fields[19]) : nil
  }
}
