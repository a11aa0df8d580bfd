import CZlib
import Foundation
import Testing

@testable import Extracts

/// Makes ZIPs of every kind, right and wrong ones.
struct ZipFile {
  struct Member {
    var name = "202312_NovoBolsaFamilia.csv"
    var content: [UInt8]
    var method: UInt16 = 8
    var flags: UInt16 = 0
    /// Sizes and checksum after the data: nil for none, or the bytes of each size and whether signed.
    var descriptor: (width: Int, isSigned: Bool)?
    var isZip64 = false
    var checksum: UInt32?
  }

  var members: [Member]
  var hasDirectory = true

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for member in members { bytes += Self.local(member) }
    guard hasDirectory else { return bytes }
    let start = bytes.count
    for member in members {
      bytes += Self.number(0x0201_4B50, 4) + [UInt8](repeating: 0, count: 24)
      bytes +=
        Self.number(member.name.utf8.count, 2) + [UInt8](repeating: 0, count: 16) + Array(member.name.utf8)
    }
    let size = bytes.count - start
    bytes += Self.number(0x0605_4B50, 4) + [UInt8](repeating: 0, count: 4)
    bytes += Self.number(members.count, 2) + Self.number(members.count, 2) + Self.number(size, 4)
    return bytes + Self.number(start, 4) + Self.number(0, 2)
  }

  private static func local(_ member: Member) -> [UInt8] {
    let data = member.method == 8 ? deflated(member.content) : member.content
    let checksum = member.checksum ?? UInt32(crc32(0, member.content, UInt32(member.content.count)))
    let follows = member.descriptor != nil
    let isOutside = follows || member.isZip64
    var extra: [UInt8] = []
    if member.isZip64 {
      extra = number(1, 2) + number(16, 2) + number(member.content.count, 8) + number(data.count, 8)
    }
    var bytes = number(0x0403_4B50, 4) + number(45, 2) + number(Int(member.flags) | (follows ? 8 : 0), 2)
    bytes += number(Int(member.method), 2) + number(0, 4) + number(follows ? 0 : Int(checksum), 4)
    bytes += number(isOutside ? (follows ? 0 : 0xFFFF_FFFF) : data.count, 4)
    bytes += number(isOutside ? (follows ? 0 : 0xFFFF_FFFF) : member.content.count, 4)
    bytes +=
      number(member.name.utf8.count, 2) + number(extra.count, 2) + Array(member.name.utf8) + extra + data
    if let descriptor = member.descriptor {
      if descriptor.isSigned { bytes += number(0x0807_4B50, 4) }
      bytes += number(Int(checksum), 4) + number(data.count, descriptor.width)
      bytes += number(member.content.count, descriptor.width)
    }
    return bytes
  }

  static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    var output = [UInt8](repeating: 0, count: content.count + content.count / 100 + 1_000)
    prumo_deflate_init_raw(&stream, 6)
    var input = content
    let room = output.count
    let left = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(room)
        deflate(&stream, Z_FINISH)
        return Int(stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(output.prefix(room - left))
  }
}

@Suite struct ZipTests {
  private static let content: [UInt8] = {
    var file = PaymentsFile()
    file.rows = (1...3_000).map { PaymentsFile.row(nis: PaymentsFile.nis($0)) }
    return file.bytes
  }()

  private static func zip(_ change: (inout ZipFile.Member) -> Void) -> [UInt8] {
    var member = ZipFile.Member(content: content)
    change(&member)
    return ZipFile(members: [member]).bytes
  }

  @Test(arguments: [
    zip { _ in }, zip { $0.method = 0 }, zip { $0.isZip64 = true }, zip { $0.descriptor = (4, true) },
    zip { $0.descriptor = (4, false) }, zip { $0.descriptor = (8, true) }, zip { $0.descriptor = (8, false) },
    zip { $0.name = "qualquer nome" },
  ])
  func `a ZIP of any usual making is read as its CSV`(bytes: [UInt8]) throws {
    let plain = try read(Self.content)
    let zipped = try read(bytes, name: "x.zip")
    #expect(zipped.municipalities == plain.municipalities)
    #expect(zipped.file.bytes == Int64(bytes.count))
    #expect(zipped.file.sha256 != plain.file.sha256)
    #expect(zipped.file.memberName != nil)
    for step in [1, 1_000] {
      let slow = try readPayments(
        from: .stream(ArrayStream(bytes, step: step), name: "x.zip", expectedBytes: nil), siafi: siafi)
      #expect(slow == zipped)
    }
    try withFile(bytes, named: "x.zip") { path in
      let named = try readPayments(from: .file(path: path), siafi: siafi)
      #expect(named.file.name == "x.zip")
      #expect(named == zipped)
    }
  }

  @Test func `a ZIP cut anywhere is refused as a whole`() {
    let bytes = Self.zip { $0.descriptor = (4, true) }
    for cut in [1, 10, 21, 30, 60, 100, 1_000, bytes.count - 40, bytes.count - 20] {
      #expect(refusal(Array(bytes.dropLast(cut))) == .truncatedZip, "cut by \(cut)")
    }
    #expect(
      refusal(ZipFile(members: [.init(content: Self.content)], hasDirectory: false).bytes) == .truncatedZip)
  }

  @Test func `a wrong checksum is refused`() {
    #expect(refusal(Self.zip { $0.checksum = 1 }) == .zipChecksum)
    #expect(refusal(Self.zip { ($0.checksum, $0.descriptor) = (1, (4, true)) }) == .zipChecksum)
  }

  @Test func `damaged data is refused`() {
    var bytes = Self.zip { _ in }
    for index in 500..<600 { bytes[index] = 0xFF }
    let failure = refusal(bytes)
    #expect(failure == .damagedZip || failure == .zipChecksum || failure == .truncatedZip)
  }

  @Test func `encryption and other methods are refused`() {
    #expect(refusal(Self.zip { $0.flags = 1 }) == .zipEncrypted)
    #expect(refusal(Self.zip { $0.method = 14 }) == .zipMethod(method: 14))
  }

  @Test func `a ZIP in a ZIP is refused`() {
    #expect(refusal(Self.zip { $0.content = Self.zip { _ in } }) == .zipNested)
  }

  @Test func `the one extract among other members is read`() throws {
    let other = ZipFile.Member(name: "LEIAME.txt", content: latin1("Leia antes de usar"))
    let folder = ZipFile.Member(name: "dados/", content: [], method: 0)
    let extract = ZipFile.Member(name: "dados/folha", content: Self.content)
    let read = try read(ZipFile(members: [folder, other, extract, other]).bytes)
    #expect(read.rowsAccepted == 3_000)
    #expect(read.file.memberName == "folha")
    #expect(refusal(ZipFile(members: [extract, other, extract]).bytes) == .zipSeveralExtracts)
    #expect(refusal(ZipFile(members: [other, other]).bytes) == .zipWithoutExtract)
    #expect(refusal(ZipFile(members: []).bytes) == .zipWithoutExtract)
  }

  @Test func `a ZIP of one other file is refused for what that file is`() {
    let header = "MÊS DISPONIBILIZAÇÃO;UF;CÓDIGO MUNICÍPIO IBGE;NIS BENEFICIÁRIO"
    #expect(refusal(Self.zip { $0.content = latin1(header) }) == .otherProgramme(name: "Auxílio Emergencial"))
    #expect(refusal(Self.zip { $0.content = latin1("UF;VALOR PARCELA\n") })?.rule == "extract.unknownHeader")
  }

  @Test func `the number of members is bounded at the limit and one beyond`() throws {
    let other = ZipFile.Member(name: "LEIAME.txt", content: latin1("Leia"))
    let members = [ZipFile.Member(content: Self.content), other, other]
    #expect(
      try read(ZipFile(members: members).bytes, limits: limits { $0.maximumZipMembers = 3 }).rowsRead == 3_000
    )
    #expect(
      refusal(ZipFile(members: members).bytes, limits: limits { $0.maximumZipMembers = 2 })
        == .zipTooManyMembers(limit: 2))
  }

  @Test func `a bomb is refused by what it unfolds to and by the ratio`() throws {
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 4 << 20)
    let bomb = Self.zip { $0.content = Self.content + zeros }
    let whole = Int64(Self.content.count + zeros.count)
    #expect(refusal(bomb, limits: limits { $0.maximumBytes = whole - 1 }) == .zipBomb(limit: whole - 1))
    #expect(try read(bomb, limits: limits { $0.maximumBytes = whole }).rowsAccepted == 3_000)
    let strict = limits {
      $0.expansionRatioFrom = 1 << 20
      $0.maximumExpansionRatio = 10
    }
    #expect(refusal(bomb, limits: strict)?.rule == "extract.zipBomb")
    // A bomb beside the extract is a bomb, too.
    let beside = ZipFile(members: [.init(content: Self.content), .init(name: "b", content: zeros)])
    #expect(refusal(beside.bytes, limits: strict)?.rule == "extract.zipBomb")
  }
}
