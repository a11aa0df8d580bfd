/// An open source whose header is known and whose rows are to come.
struct OpenExtract<Columns: FileColumns> {
  let raw: RawInput
  let input: any CSVInput
  let start: CSVStart<Columns>
  let memberName: String?

  static func open(
    _ source: ExtractSource, limits: ReadLimits, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ExtractFailure) -> OpenExtract {
    let raw = try RawInput(source, limits: limits, isCancelled: isCancelled)
    let first = try raw.peek(ForeignContent.headBytes)
    if first.isEmpty { throw .emptyFile }
    if let foreign = ForeignContent(head: first) { throw .foreignContent(foreign) }
    if first.starts(with: [0x50, 0x4B, 3, 4]) || first.starts(with: [0x50, 0x4B, 5, 6]) {
      return try openZip(raw, limits: limits)
    }
    var window = [UInt8](repeating: 0, count: CSVWindow.bytes)
    let got = try window.fill { bytes, count throws(ExtractFailure) in try raw.read(into: bytes, count: count)
    }
    window.removeLast(window.count - got)
    let start = try CSVStart<Columns>(window: window)
    return OpenExtract(raw: raw, input: raw, start: start, memberName: nil)
  }

  /// The first member with a header of this kind; what stands before it is checked and passed over.
  private static func openZip(_ raw: RawInput, limits: ReadLimits) throws(ExtractFailure) -> OpenExtract {
    let zip = ZipMembers(raw, limits: limits)
    var refusals: [ExtractFailure] = []
    while let member = try zip.next() {
      if let foreign = ForeignContent(zipMember: member.name) { throw .foreignContent(foreign) }
      let input = try ZipMemberInput(member, of: zip)
      switch try look(at: input) {
      case .extract(let start):
        let rest = ZipExtractInput<Columns>(zip: zip, member: input)
        return OpenExtract(raw: raw, input: rest, start: start, memberName: member.name)
      case .other(let refusal):
        if !member.isDirectory, let refusal { refusals.append(refusal) }
        try input.drain()
      }
    }
    let named = refusals.first { if case .otherProgramme = $0 { true } else { false } }
    throw named ?? (refusals.count == 1 ? refusals[0] : .zipWithoutExtract)
  }

  enum Look {
    case extract(CSVStart<Columns>)
    case other(ExtractFailure?)
  }

  static func look(at input: ZipMemberInput) throws(ExtractFailure) -> Look {
    var window = [UInt8](repeating: 0, count: CSVWindow.bytes)
    let got = try window.fill { bytes, count throws(ExtractFailure) in
      try input.read(into: bytes, count: count)
    }
    window.removeLast(window.count - got)
    if window.starts(with: [0x50, 0x4B, 3, 4]) { throw .zipNested }
    guard !window.isEmpty else { return .other(nil) }
    do {
      return .extract(try CSVStart<Columns>(window: window))
    } catch {
      return .other(error)
    }
  }
}

/// The chosen member's rows; at the end the members after it must hold no second extract.
final class ZipExtractInput<Columns: FileColumns>: CSVInput {
  private let zip: ZipMembers
  private let member: ZipMemberInput

  init(zip: ZipMembers, member: ZipMemberInput) {
    self.zip = zip
    self.member = member
  }

  func read(into bytes: UnsafeMutablePointer<UInt8>, count: Int) throws(ExtractFailure) -> Int {
    try member.read(into: bytes, count: count)
  }

  func finish() throws(ExtractFailure) {
    try member.drain()
    while let next = try zip.next() {
      let input = try ZipMemberInput(next, of: zip)
      if case .extract = try OpenExtract<Columns>.look(at: input) { throw .zipSeveralExtracts }
      try input.drain()
    }
    try zip.bytes.raw.finish()
  }
}

extension [UInt8] {
  /// Calls `body` once with the array's memory; typed throws do not pass through the standard accessors.
  mutating func fill(
    _ body: (UnsafeMutablePointer<UInt8>, Int) throws(ExtractFailure) -> Int
  ) throws(ExtractFailure) -> Int {
    let outcome = withUnsafeMutableBufferPointer { buffer -> Result<Int, ExtractFailure> in
      do throws(ExtractFailure) {
        return .success(try body(buffer.baseAddress!, buffer.count))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
