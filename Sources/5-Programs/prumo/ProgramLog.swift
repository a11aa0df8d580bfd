import Foundation
import Logging
import Web

/// The program's log goes to the error output, where systemd and containers pick it up.
enum ProgramLog {
  /// Once for each process. Libraries write into it too.
  static func begin(_ settings: Settings) -> Logger {
    let (format, level) = (settings.logFormat, settings.logLevel)
    LoggingSystem.bootstrap { _ in
      LogLines(format, level: level, now: systemClock) { line in
        // One call for one line: lines of several threads do not mix.
        FileHandle.standardError.write(Data(line.utf8))
      }
    }
    return Logger(label: "prumo")
  }
}
