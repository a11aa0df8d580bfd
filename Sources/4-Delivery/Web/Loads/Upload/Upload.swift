import Access
import Extracts
import HTTPTypes
import Hummingbird
import Indicators
import NIOCore
import UseCases
import Vocabulary

/// `POST /cargas`: takes a file in while it arrives. `?conferir=1` reads and checks without keeping anything.
enum Upload {
  static func answer(_ visit: Visit) async throws -> Response {
    let isDryRun = try visit.request.query()["conferir"] != nil
    do {
      let outcome = try await take(visit, isDryRun: isDryRun)
      return try await answer(outcome, visit)
    } catch let problem as Problem where problem.kind != .notAllowed {
      return try NewLoadPage(
        limitBytes: visit.site.uploadBytes, problem: problem, surroundings: try await visit.surroundings()
      )
      .response(status: problem.status)
    }
  }

  private static func answer(_ outcome: LoadOutcome, _ visit: Visit) async throws -> Response {
    switch outcome {
    case .committed(let record): .redirect(to: "/cargas/\(record.load.id)")
    case .sameFile(let record): .redirect(to: "/cargas/\(record.load.id)?repetida=1")
    case .checked(let report):
      try LoadPage(dryRun: report, surroundings: try await visit.surroundings()).response()
    case .checkedBoundaries(let features, let known):
      try MessagePage(
        outlines: features, known: known, surroundings: try await visit.surroundings()
      ).response()
    }
  }

  /// Reads the form up to the file, then reader and network side by side.
  private static func take(_ visit: Visit, isDryRun: Bool) async throws -> LoadOutcome {
    var body = try UploadBody(visit.request, limitBytes: visit.site.uploadBytes)
    let file = try await body.file()
    let queue = ByteQueue()
    let source = ExtractSource.stream(queue, name: file.name, expectedBytes: file.expectedBytes)
    let load = LoadRequest(source: source, isDryRun: isDryRun)
    async let outcome = read(load, from: queue, by: visit.actor, visit.prumo)
    do {
      try await body.pour(file.first, into: queue)
    } catch {
      queue.fail(.cutShort)
      // The load's own end is recorded by now; the form's fault is what the person can act on.
      _ = try? await outcome
      throw error
    }
    return try await outcome
  }

  private static func read(_ load: LoadRequest, from queue: ByteQueue, by actor: Actor, _ prumo: Prumo)
    async throws
    -> LoadOutcome
  {
    // What is refused at its first line need not be kept until its last; it is let go as it arrives.
    defer { queue.abandon() }
    return try await prumo.load(load, by: actor)
  }
}

/// The body of an upload: a form with one file in it.
struct UploadBody {
  /// The field of the form that has the file.
  static let fieldName = "arquivo"

  struct File {
    let name: String
    let expectedBytes: Int64?
    /// What was read of it already.
    let first: [MultipartReader.Event]
  }

  private var reader: MultipartReader
  private var pieces: RequestBody.AsyncIterator
  private let announced: Int64?
  private let isFromBrowser: Bool
  private let limitBytes: Int64
  private var arrived: Int64 = 0

  /// Throws `upload.notForm`, `upload.tooLarge`.
  init(_ request: Request, limitBytes: Int64) throws(Problem) {
    guard let boundary = Self.boundary(request.headers[.contentType] ?? "") else {
      throw .invalid(field: Self.fieldName, rule: "upload.notForm")
    }
    isFromBrowser = request.headers[.origin] != nil
    announced = request.headers[.contentLength].flatMap { Int64($0) }
    self.limitBytes = limitBytes
    if let announced, announced > limitBytes + UploadLimits.envelopeBytes { throw Self.tooLarge(limitBytes) }
    reader = MultipartReader(boundary: boundary)
    pieces = request.body.makeAsyncIterator()
  }

  private static func tooLarge(_ limitBytes: Int64) -> Problem {
    .invalid(field: fieldName, rule: "upload.tooLarge", ["limitBytes": String(limitBytes)])
  }

  /// Reads until the file begins and its first bytes are there. Throws `upload.noFile`, `upload.damagedForm`,
  /// `upload.otherType`, `upload.typeMismatch`.
  mutating func file() async throws -> File {
    while let piece = try await next() {
      let events = try reader.read(piece)
      for (index, event) in events.enumerated() {
        guard case .partBegan(let header) = event, header.name == Self.fieldName, let name = header.fileName
        else {
          continue
        }
        guard !name.isEmpty else { throw Problem.invalid(field: Self.fieldName, rule: "upload.noFile") }
        let type = try DeclaredType(header.contentType)
        let expected = expectedBytes
        let first = try await beginning(Array(events[(index + 1)...]), of: type)
        return File(name: name, expectedBytes: expected, first: first)
      }
      guard arrived <= UploadLimits.envelopeBytes else { throw MultipartReader.damaged }
    }
    try reader.finish()
    throw Problem.invalid(field: Self.fieldName, rule: "upload.noFile")
  }

  private mutating func beginning(
    _ events: [MultipartReader.Event], of type: DeclaredType
  ) async throws -> [MultipartReader.Event] {
    var events = events
    while true {
      var head: [UInt8] = []
      for case .content(let bytes) in events { head += bytes.prefix(DeclaredType.headBytes - head.count) }
      if head.count == DeclaredType.headBytes || events.contains(.partEnded) {
        try type.check(head)
        return events
      }
      guard let piece = try await next() else { throw MultipartReader.damaged }
      events += try reader.read(piece)
    }
  }

  /// The size of the file that just began, if it is the form's last part: so browsers send ours, and they alone are
  /// held to it.
  private var expectedBytes: Int64? {
    guard isFromBrowser, let announced else { return nil }
    let bytes = announced - reader.bytesBeforeContent - reader.closingBytes
    return bytes >= 0 ? bytes : nil
  }

  /// The rest of the file into the queue; what follows the file is read and let go, damaged or not: by then the load
  /// may be committed, and its outcome is what the person must be told.
  mutating func pour(_ first: [MultipartReader.Event], into queue: ByteQueue) async throws {
    var isInFile = true
    func take(_ events: some Sequence<MultipartReader.Event>) async {
      for event in events where isInFile {
        switch event {
        case .content(let bytes): await queue.write(bytes)
        case .partEnded:
          isInFile = false
          queue.finish()
        case .partBegan, .formEnded: break
        }
      }
    }
    await take(first)
    do {
      while let piece = try await next() { await take(try reader.read(piece)) }
      try reader.finish()
    } catch  where !isInFile {}
  }

  private mutating func next() async throws -> ByteBufferView? {
    do {
      guard let buffer = try await pieces.next() else { return nil }
      arrived += Int64(buffer.readableBytes)
      guard arrived <= limitBytes + UploadLimits.envelopeBytes else { throw Self.tooLarge(limitBytes) }
      return buffer.readableBytesView
    } catch let problem as Problem {
      throw problem
    } catch RequestRefusal.bodyTooLarge {
      throw Self.tooLarge(limitBytes)
    } catch let cut as RequestRefusal {
      throw cut.problem
    } catch {
      throw MultipartReader.damaged
    }
  }

  /// `multipart/form-data; boundary=…`, in quotes or not.
  static func boundary(_ contentType: String) -> String? {
    let pieces = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
    guard pieces.first?.lowercased() == "multipart/form-data",
      let parameter = pieces.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
    else { return nil }
    var boundary = parameter.dropFirst("boundary=".count)
    if boundary.first == "\"", boundary.last == "\"", boundary.count > 1 {
      boundary = boundary.dropFirst().dropLast()
    }
    guard !boundary.isEmpty, boundary.utf8.count <= UploadLimits.boundaryLetters else { return nil }
    return String(boundary)
  }
}
