import CByteScan
import Testing

@testable import Extracts

@Suite struct ScanTests {
  private static let variants = [SCAN_PORTABLE, SCAN_SSE2, SCAN_AVX2].filter { scan_can_run($0) != 0 }

  /// The plain statement of what the kernel finds.
  private static func index(_ bytes: [UInt8]) -> (offsets: [UInt32], rowEnds: [UInt32]) {
    var offsets: [UInt32] = []
    var rowEnds: [UInt32] = []
    var isInside = false
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      guard !isInside, byte == UInt8(ascii: ";") || byte == 0x0A else { continue }
      if byte == 0x0A { rowEnds.append(UInt32(offsets.count)) }
      offsets.append(UInt32(offset))
    }
    return (offsets, rowEnds)
  }

  @Test(arguments: 0..<200) func `every variant finds the same separators and line ends`(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let alphabet = latin1(
      dice.pick(["\";\nA", ";;;;\n\n", "\";\nABCDEFGHIJKLMNOPQRSTU\u{8A}\u{A2}\u{BB}", "\n"]))
    let bytes = (0..<Int.random(in: 0...300, using: &dice)).map { _ in dice.pick(alphabet) }
    let expected = Self.index(bytes)
    for variant in Self.variants {
      var offsets = [UInt32](repeating: 0, count: bytes.count + 64)
      var rowEnds = offsets
      let found = scan_index(variant, bytes, bytes.count, UInt8(ascii: ";"), &offsets, &rowEnds)
      #expect(Array(offsets.prefix(found.delimiters)) == expected.offsets)
      #expect(Array(rowEnds.prefix(found.rows)) == expected.rowEnds)
    }
  }

  @Test(arguments: 0..<200) func `every variant finds the first line whose quotes do not pair`(seed: Int) {
    var dice = Dice(state: UInt64(seed) + 1_000)
    let alphabet = latin1(dice.pick(["\"\"\n", "A\n", "\"\nABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"]))
    let bytes = (0..<Int.random(in: 0...300, using: &dice)).map { _ in dice.pick(alphabet) }
    var lineEnds = 0
    var lastLineEnd = -1
    var oddLine = -1
    var quotes = 0
    for (offset, byte) in bytes.enumerated() where oddLine < 0 {
      if byte == UInt8(ascii: "\"") { quotes += 1 }
      guard byte == 0x0A else { continue }
      if quotes % 2 == 1 {
        oddLine = lastLineEnd + 1
      } else {
        lineEnds += 1
        lastLineEnd = offset
      }
    }
    for variant in Self.variants {
      let found = scan_lines(variant, bytes, bytes.count)
      #expect(found.line_ends == lineEnds)
      #expect(Int(bitPattern: UInt(bitPattern: found.last_line_end)) == lastLineEnd)
      #expect(found.odd_line == oddLine)
    }
  }
}
