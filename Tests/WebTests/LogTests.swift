import Logging
import Testing
import Vocabulary

@testable import Web

@Suite struct LogTests {
  private let noon = Instant("2026-11-27T12:00:00.000Z")!

  private func line(_ format: LogLines.Format, _ message: Logger.Message, _ metadata: Logger.Metadata)
    -> String
  {
    let lines = Lines()
    let instant = noon
    var logger = Logger(label: "test") { _ in
      LogLines(format, level: .info, now: { instant }, write: lines.take)
    }
    logger[metadataKey: "hb.request.id"] = "7"
    logger.info(message, metadata: metadata)
    logger.debug("not at this level")
    return lines.all
  }

  @Test func `a line is for people`() {
    #expect(
      line(.text, "Pedido atendido", ["status": "200", "route": "/painel/{uf}"])
        == "2026-11-27T12:00:00.000Z info Pedido atendido route=/painel/{uf} status=200\n")
  }

  @Test func `a line is for programs`() {
    #expect(
      line(.json, "Pedido atendido", ["status": "200", "level": "forged"])
        == #"{"time":"2026-11-27T12:00:00.000Z","level":"info","message":"Pedido atendido","status":"200"}"#
        + "\n")
  }

  @Test(arguments: LogLines.Format.allCases)
  func `nothing that is logged begins a line of its own`(format: LogLines.Format) {
    let text = line(
      format, "um\ndois", ["a": "x\n2026-11-27T12:00:00.000Z error forged", "b": "\u{1b}[31m\"\\"])
    #expect(text.filter { $0 == "\n" }.count == 1 && text.hasSuffix("\n"))
    #expect(!text.contains("\u{1b}"))
  }
}
