import Access
import Extracts
import Indicators
import Records
import SQLStore
import TestCast
import TestSupport
import Testing
import UseCases
import Vocabulary

/// What becomes of a load that does not end by itself.
@Suite struct LoadLifeTests {
  @Test(arguments: Engine.allCases)
  func `a load that ended cannot be cancelled`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let record = try #require(
        try await prumo.load(PaymentsFile.aguaBoa(people: 1...2).request(), by: .tester).committed)
      await #expect(throws: Problem.conflict(rule: "load.notReading")) {
        try await prumo.requestCancel(of: record.load.id, by: .tester)
      }
      await #expect(throws: Problem.self) {
        try await prumo.requestCancel(of: ID("5f0c9a1e-0d7c-4b52-9f3e-7c1d2a3b4c5d")!, by: .tester)
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `a reading whose process died is interrupted at the next start, and its figures never counted`(
    engine: Engine
  ) async throws {
    try await withPrumo(engine) { prumo in
      let id: ID<Load> = prumo.newID()
      try await begin(id, by: ProcessMark(host: "teste", processID: 2, beganAt: 2), in: prumo)
      let alive = try await prumo.sweepInterruptedLoads(isAlive: { _ in true })
      let dead = try await prumo.sweepInterruptedLoads(isAlive: { _ in false })
      let again = try await prumo.sweepInterruptedLoads(isAlive: { _ in false })
      #expect([alive, dead, again] == [0, 1, 0])
      let record = try await prumo.load(id, for: .tester)
      #expect(record.load.state == .interrupted)
      let check = try await prumo.check(isAlive: { _ in true })
      #expect(check.faults == [])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a reader on another machine is only taken for dead after a minute of silence`(engine: Engine)
    async throws
  {
    try await withPrumo(engine) { prumo in
      let elsewhere = ProcessMark(host: "outra", processID: 7, beganAt: 7)
      let now = prumo.now()
      try await begin(prumo.newID(), by: elsewhere, at: now.adding(seconds: -60), in: prumo)
      try await begin(prumo.newID(), by: elsewhere, at: now.adding(seconds: -61), in: prumo)
      let swept = try await prumo.sweepInterruptedLoads(isAlive: { _ in false })
      #expect(swept == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a load that was swept while its file was read to the end writes nothing`(engine: Engine) async throws
  {
    try await withPrumo(engine) { prumo in
      let id: ID<Load> = prumo.newID()
      let file = PaymentsFile.aguaBoa(people: 1...3)
      let stream = StreamThatStops(file.bytes) {
        _ = try prumo.store.writeBlocking { db in
          try LoadWriting.end(id, as: .interrupted, at: prumo.now(), in: db)
        }
      }
      let request = LoadRequest(
        source: .stream(stream, name: "folha.csv", expectedBytes: nil), id: id)
      await #expect(throws: Problem.conflict(rule: "load.cancelled")) {
        try await prumo.load(request, by: .tester)
      }
      let figure = try await prumo.figure(
        CatalogueKey("pbf.families")!, of: .municipality(aguaBoa), in: month("2023-12"), for: .tester)
      #expect(figure.value == nil)
      let check = try await prumo.check(isAlive: { _ in true })
      #expect(check.faults == [])
    }
  }

  @Test(arguments: Engine.allCases)
  func `a load that a person cancelled does not count, however late they did`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let id: ID<Load> = prumo.newID()
      let stream = StreamThatStops(PaymentsFile.aguaBoa(people: 1...3).bytes) {
        let isReading = try prumo.store.writeBlocking {
          try LoadWriting.requestCancel(id, try Actor.tester.permit(LoadFiles.self), in: $0)
        }
        #expect(isReading)
      }
      let request = LoadRequest(
        source: .stream(stream, name: "folha.csv", expectedBytes: nil), id: id)
      await #expect(throws: Problem.conflict(rule: "load.cancelled")) {
        try await prumo.load(request, by: .tester)
      }
      let record = try await prumo.load(id, for: .tester)
      #expect(record.load.state == .cancelled)
      #expect(record.standing == 0)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a reading that this process does not know is interrupted`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      try await begin(prumo.newID(), by: prumo.process, in: prumo)
      let swept = try await prumo.sweepInterruptedLoads(isAlive: { _ in true })
      #expect(swept == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an upload that breaks off leaves a load that says so`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      let id: ID<Load> = prumo.newID()
      let stream = StreamThatStops(PaymentsFile.aguaBoa(people: 1...3).bytes) { throw BrokenPipe() }
      let request = LoadRequest(
        source: .stream(stream, name: "folha.csv", expectedBytes: 100_000), id: id)
      await #expect(throws: Problem.self) { try await prumo.load(request, by: .tester) }
      let load = try await prumo.load(id, for: .tester).load
      #expect(load.state == .refused)
      #expect(load.refusal?.rule == "extract.io")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a backup restores into an empty place of either engine, and only there`(engine: Engine) async throws {
    try await withPrumo(engine) { prumo in
      _ = try await prumo.load(PaymentsFile.aguaBoa(people: 1...3).request(), by: .tester)
      try await withDatabase(.sqlite) { copy in
        _ = try await prumo.backUp(to: try await copy.open())
        for other in Engine.allCases {
          try await withDatabase(other) { target in
            let source = try await copy.open()
            _ = try await Prumo.restore(
              from: source, to: try await target.open(), by: .tester, at: prumo.now())
            let restored = try await openPrumo(try await target.open())
            let value = try await restored.figure(
              CatalogueKey("pbf.families")!, of: .municipality(aguaBoa), in: month("2023-12"), for: .tester
            ).value
            #expect(value?.description == "3")
            try await offThePool { try restored.store.close() }
            let again = try await copy.open()
            let full = try await target.open()
            await #expect(throws: Problem.conflict(rule: "restore.notEmpty")) {
              try await Prumo.restore(from: again, to: full, by: .tester, at: prumo.now())
            }
          }
        }
      }
    }
  }

  private func begin(
    _ id: ID<Load>, by process: ProcessMark, at instant: Instant? = nil, in prumo: Prumo
  ) async throws {
    let load = Load(
      id: id, dataset: CatalogueKey("pbf.payments")!, layout: nil, state: .reading,
      file: LoadedFile(name: "folha.csv", bytes: 10, sha256: nil), month: nil, loadedBy: "Ana (teste)",
      startedAt: instant ?? prumo.now(), finishedAt: nil, rows: nil, refusal: nil)
    let permit = try Actor.tester.permit(LoadFiles.self)
    try await prumo.store.write { db in
      try LoadWriting.begin(load, precedence: .payments, process: process.description, permit, in: db)
    }
  }
}

private struct BrokenPipe: Error {}

/// Gives its bytes, then does something before it says that it is at its end.
private final class StreamThatStops: ByteStream {
  private let bytes: MemoryStream
  private let atTheEnd: @Sendable () throws -> Void

  init(_ bytes: [UInt8], atTheEnd: @escaping @Sendable () throws -> Void) {
    self.bytes = MemoryStream(bytes)
    self.atTheEnd = atTheEnd
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try bytes.read(into: buffer)
    if count == 0 { try atTheEnd() }
    return count
  }
}
