import Extracts
import Foundation

/// The benchmark's own program: makes payments files and reads them. Used by bin/bench.
@main struct Main {
  static let usage = """
    usage: prumo-bench generate FILE ROWS [--seed N] [--municipalities CSV]
           prumo-bench read FILE --municipalities CSV [--threads N] [--out FILE]
           prumo-bench plain FILE

    """

  static func main() {
    let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
    do {
      switch arguments.words.first {
      case "generate" where arguments.words.count == 3: try generate(arguments)
      case "read" where arguments.words.count == 2: try read(arguments)
      case "plain" where arguments.words.count == 2: try plain(arguments.words[1])
      default: fail(usage, code: 64)
      }
    } catch let failure as ExtractFailure {
      fail("\(failure.rule) \(failure.details)\n", code: 65)
    } catch {
      fail("\(error)\n", code: 74)
    }
  }

  private static func generate(_ arguments: Arguments) throws {
    guard let rows = Int(arguments.words[2]), rows > 0 else { fail(usage, code: 64) }
    let municipalities = try Municipalities.load(arguments.option("municipalities"))
    try municipalities.write(to: arguments.words[1] + ".municipalities")
    var generator = PaymentsGenerator(
      municipalities: municipalities, seed: arguments.option("seed").flatMap { UInt64($0) } ?? 1)
    try generator.write(rows: rows, to: arguments.words[1])
  }

  private static func read(_ arguments: Arguments) throws {
    let municipalities = try Municipalities.load(arguments.option("municipalities"))
    var limits = ReadLimits.standard
    limits.threads = arguments.option("threads").flatMap { Int($0) } ?? 0
    let extract = try readPayments(
      from: .file(path: arguments.words[1]), siafi: municipalities.index, limits: limits)
    let report = AgreedReport.text(of: extract)
    if let path = arguments.option("out") {
      try report.write(toFile: path, atomically: false, encoding: .utf8)
    } else {
      print(report, terminator: "")
    }
  }

  /// The least that any reader must do: every byte, once, in one thread.
  private static func plain(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { fail("cannot open\n", code: 74) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while Foundation.read(descriptor, &buffer, buffer.count) > 0 {}
    close(descriptor)
  }

  static func fail(_ text: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data(text.utf8))
    exit(code)
  }
}

/// Words and `--name value` options.
struct Arguments {
  private(set) var words: [String] = []
  private var options: [String: String] = [:]

  init(_ arguments: [String]) {
    var index = 0
    while index < arguments.count {
      if arguments[index].hasPrefix("--"), index + 1 < arguments.count {
        options[String(arguments[index].dropFirst(2))] = arguments[index + 1]
        index += 2
      } else {
        words.append(arguments[index])
        index += 1
      }
    }
  }

  func option(_ name: String) -> String? { options[name] }
}
