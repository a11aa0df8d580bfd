import Foundation

/// How the process itself is doing, as Linux tells it. What it does not tell is left out.
enum ProcessSamples {
  static func now() -> [MetricSample] {
    var samples: [MetricSample] = []
    if let pages = text("/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap({ Double($0) }) {
      samples.append(
        MetricSample("process_resident_memory_bytes", pages * Double(sysconf(Int32(_SC_PAGESIZE)))))
    }
    if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
      samples.append(MetricSample("process_open_fds", Double(open.count)))
    }
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      samples.append(MetricSample("process_max_fds", Double(limit.rlim_cur)))
    }
    return samples + times()
  }

  /// From `/proc/self/stat`: fields are counted after the name in brackets, which may hold blanks.
  private static func times() -> [MetricSample] {
    guard let status = text("/proc/self/stat"), let nameEnd = status.lastIndex(of: ")") else { return [] }
    let fields = status[status.index(after: nameEnd)...].split(separator: " ")
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    guard fields.count > 19, let user = Double(fields[11]), let system = Double(fields[12]),
      let began = Double(fields[19])
    else { return [] }
    var samples = [MetricSample("process_cpu_seconds_total", (user + system) / ticks)]
    let boot = text("/proc/stat")?.split(separator: "\n").first { $0.hasPrefix("btime ") }
    if let booted = boot.flatMap({ Double($0.dropFirst("btime ".count)) }) {
      samples.append(MetricSample("process_start_time_seconds", booted + began / ticks))
    }
    return samples
  }

  private static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
}
