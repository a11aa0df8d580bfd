import Extracts
import Foundation
import Vocabulary

/// The municipalities that a generated file pays in.
struct Municipalities {
  struct Municipality {
    let siafi: Int
    let code: IBGECode
    /// How likely a row is of it.
    let weight: Double
  }

  let all: [Municipality]

  var index: SiafiIndex { SiafiIndex(all.map { ($0.siafi, $0.code) }) }

  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// From a CSV with the columns `siafi` and `ibge7` (`;` or `,` between them), or invented: as many as there are,
  /// spread over the states, a few large and most small.
  static func load(_ path: String?) throws -> Municipalities {
    guard let path else { return invented }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let separator: Character = lines.first?.contains(";") == true ? ";" : ","
    let header =
      lines.first?.split(separator: separator, omittingEmptySubsequences: false).map(String.init) ?? []
    guard let siafiColumn = header.firstIndex(of: "siafi"), let codeColumn = header.firstIndex(of: "ibge7")
    else {
      throw Unreadable(description: "municipalities need the columns siafi and ibge7")
    }
    let pairs = lines.dropFirst().compactMap { line -> (Int, IBGECode)? in
      let cells = line.split(separator: separator, omittingEmptySubsequences: false)
      guard cells.count > max(siafiColumn, codeColumn), let siafi = Int(cells[siafiColumn]),
        let code = IBGECode(cells[codeColumn])
      else { return nil }
      return (siafi, code)
    }
    return Municipalities(pairs)
  }

  private init(_ pairs: [(siafi: Int, code: IBGECode)]) {
    // Sizes fall off as in reality: the largest has about 2 % of the rows, the median 0.006 %.
    all = pairs.enumerated().map { index, pair in
      let rank = (index * 2_654_435_761) % pairs.count
      return Municipality(siafi: pair.siafi, code: pair.code, weight: 1 / (Double(rank) + 8))
    }
  }

  private static var invented: Municipalities {
    var pairs: [(Int, IBGECode)] = []
    var six = [Int: Int]()
    for number in 0..<5_571 {
      let state = FederativeUnit.allCases[number % 27].ibgeCode
      var code: IBGECode?
      while code == nil {
        six[state, default: 0] += 1
        let head = state * 10_000 + six[state]!
        code = (0...9).lazy.compactMap { IBGECode(head * 10 + $0) }.first
      }
      pairs.append((number * 1_789 % 9_973 + 1, code!))
    }
    return Municipalities(pairs)
  }

  func write(to path: String) throws {
    let lines = all.map { "\(Digits.padded($0.siafi, to: 4));\($0.code);\($0.code.federativeUnit)" }
    try (["siafi;ibge7;uf"] + lines).joined(separator: "\n").appending("\n")
      .write(toFile: path, atomically: false, encoding: .utf8)
  }
}
