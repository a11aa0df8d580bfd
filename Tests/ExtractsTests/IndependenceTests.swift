import CByteScan
import Testing
import Vocabulary

@testable import Extracts

/// A small generator with a fixed sequence, so that a failing file can be made again.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Thing>(_ things: [Thing]) -> Thing { things.randomElement(using: &self)! }
  mutating func happens(oneIn count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

@Suite struct IndependenceTests {
  /// A file with every kind of damage, many times over.
  static func hostileFile(seed: UInt64, rows: Int) -> [UInt8] {
    var dice = Dice(state: seed)
    var file = PaymentsFile(lineEnd: dice.pick(["\n", "\r\n"]))
    file.isQuoted = !dice.happens(oneIn: 3)
    file.endsInLineEnd = dice.happens(oneIn: 2)
    file.rows = (0..<rows).map { _ in
      PaymentsFile.row(
        competence: dice.pick(["202312", "202312", "202311", "11/2023", "2023", "202399"]),
        reference: dice.happens(oneIn: 20) ? dice.pick(["", "x", "202300"]) : "202312",
        uf: dice.pick(["MT", "MT", "AC", "SP", "", "MTX"]),
        siafi: dice.pick(["9191", "9067", "0139", "139", "0761", "9190", "", "AB", "91911"]),
        name: dice.pick(["AGUA BOA", "", "SÃO JOÃO", "A;B"]),
        cpf: dice.pick(["***.013.233-**", "000.000.000-00", "", "0"]),
        nis: dice.happens(oneIn: 8)
          ? dice.pick(["", "1,6E+10", "160000000001", "123"])
          : PaymentsFile.nis(Int.random(in: 0..<rows, using: &dice)),
        value: dice.happens(oneIn: 8)
          ? dice.pick(["", "0,00", "1.000,00", "6OO,00"]) : dice.pick(["600,00", "75,50", "1050,00"]))
    }
    var bytes = file.bytes
    for _ in 0..<rows / 4 {
      let at = Int.random(in: 200..<bytes.count, using: &dice)
      switch Int.random(in: 0..<7, using: &dice) {
      case 0: bytes[at] = UInt8(ascii: "\"")
      case 1: bytes.insert(UInt8(ascii: "\""), at: at)
      case 2: bytes.insert(contentsOf: latin1("\n"), at: at)
      case 3: bytes.insert(UInt8(ascii: ";"), at: at)
      case 4: bytes.insert(0, at: at)
      case 5:
        bytes.insert(
          contentsOf: [UInt8](repeating: UInt8(ascii: "Z"), count: Int.random(in: 1..<500, using: &dice)),
          at: at)
      default: bytes.insert(contentsOf: latin1("\"A\"\"B\r\nC;\""), at: at)
      }
    }
    return bytes
  }

  private static func reading(
    _ bytes: [UInt8], _ path: ReadingPath, threads: Int, chunk: Int, step: Int = .max
  ) -> Result<PaymentsExtract, ExtractFailure> {
    Result { () throws(ExtractFailure) in
      try readPayments(
        from: .stream(ArrayStream(bytes, step: step), name: "a.csv", expectedBytes: nil), siafi: siafi,
        limits: limits(threads: threads, chunkBytes: chunk) { $0.maximumRecordBytes = 400 }, path: path,
        progress: { _ in }, isCancelled: { false })
    }
  }

  @Test(arguments: 1...12)
  func `threads, chunks and ways of reading make no difference, whatever the damage`(seed: Int) {
    let bytes = Self.hostileFile(seed: UInt64(seed), rows: 400)
    let reference = Self.reading(bytes, .careful, threads: 1, chunk: 1 << 20)
    let fast = [SCAN_PORTABLE, SCAN_SSE2, SCAN_AVX2].filter { scan_can_run($0) != 0 }.map {
      ReadingPath.fast($0.rawValue)
    }
    #expect((try? reference.get()).map { $0.rowsAccepted > 20 && $0.rejections.count >= 5 } ?? true)
    for path in fast + [.careful, .best] {
      for (threads, chunk) in [(1, 1 << 20), (2, 64), (3, 257), (4, 1_000), (2, 5_000)] {
        #expect(Self.reading(bytes, path, threads: threads, chunk: chunk) == reference)
      }
    }
    #expect(Self.reading(bytes, .best, threads: 2, chunk: 777, step: 1) == reference)
    #expect(Self.reading(bytes, .best, threads: 4, chunk: 333, step: 7) == reference)
  }

  @Test func `counts agree with those kept while the file was made`() throws {
    var dice = Dice(state: 99)
    var file = PaymentsFile()
    var parcels: [String: Int] = [:]
    var cents: [String: Int64] = [:]
    var people: [String: Set<Int>] = [:]
    file.rows = (0..<20_000).map { _ in
      let code = dice.pick(["9191", "9067", "0139", "0761"])
      let person = Int.random(in: 0..<6_000, using: &dice)
      let amount = Int64.random(in: 1...2_000_000, using: &dice)
      parcels[code, default: 0] += 1
      cents[code, default: 0] += amount
      people[code, default: []].insert(person)
      let value = "\(amount / 100),\(Digits.padded(Int(amount % 100), to: 2))"
      return PaymentsFile.row(siafi: code, nis: PaymentsFile.nis(person), value: value)
    }
    let extract = try read(file)
    for (code, municipality) in [
      ("9191", aguaBoa), ("9067", cuiaba), ("0139", rioBranco), ("0761", chapadinha),
    ] {
      let found = try #require(extract.municipalities.first { $0.code == municipality })
      #expect(found.parcels == parcels[code])
      #expect(found.amount == Cents(cents[code]!))
      #expect(found.beneficiaries == people[code]!.count)
      #expect(found.suspectNIS == 0)
    }
    #expect(extract.distinctByState[.MT] == people["9191"]!.union(people["9067"]!).count)
    #expect(extract.distinctInCountry == people.values.reduce(into: Set()) { $0.formUnion($1) }.count)
  }

  @Test func `one person in many rows and municipalities is counted right and quickly`() throws {
    let codes = (1...9_000).map { (siafi: $0, municipality: IBGECode(5_100_201)!) }
    var file = PaymentsFile()
    file.rows = (0..<5_000).map { PaymentsFile.row(siafi: String(1 + $0 % 9_000), nis: "00000000000") }
    let extract = try readPayments(
      from: .stream(ArrayStream(file.bytes), name: "a", expectedBytes: nil), siafi: SiafiIndex(codes))
    #expect(extract.distinctInCountry == 1)
    #expect(extract.municipalities[0].suspectNIS == 5_000)
  }

  @Test func `progress grows, ends at the whole and never goes back`() throws {
    let bytes = Self.hostileFile(seed: 5, rows: 2_000)
    let seen = Log<ReadProgress>()
    _ = try readPayments(
      from: .stream(ArrayStream(bytes), name: "a", expectedBytes: Int64(bytes.count)), siafi: siafi,
      limits: limits(threads: 3, chunkBytes: 10_000), progress: { seen.add($0) })
    let steps = seen.all
    #expect(steps.count > 10)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.bytesRead <= $1.bytesRead && $0.rows <= $1.rows })
    #expect(steps.last?.bytesRead == Int64(bytes.count))
    #expect(steps.allSatisfy { $0.totalBytes == Int64(bytes.count) })
  }
}
