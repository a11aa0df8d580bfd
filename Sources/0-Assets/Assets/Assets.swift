private import CAssets

/// Files of the project carried inside the program, by their path in the project: `Browser/prumo.css`.
/// The list stands in `Sources/0-Assets/CAssets/assets.c`.
public enum Assets {
  /// The paths of all assets, sorted.
  public static var names: [String] { table.keys.sorted() }

  public static func text(_ name: String) -> String? {
    table[name].map { String(decoding: $0, as: UTF8.self) }
  }

  public static func bytes(_ name: String) -> [UInt8]? {
    table[name].map { Array($0) }
  }

  /// The bytes where they stand in the program's image: constant, never freed, hence safe from every task.
  private nonisolated(unsafe) static let table: [String: UnsafeBufferPointer<UInt8>] = {
    let folder = "../../../"
    var table: [String: UnsafeBufferPointer<UInt8>] = [:]
    for entry in UnsafeBufferPointer(start: prumo_assets(), count: prumo_assets_count()) {
      let name = String(cString: entry.path).dropFirst(folder.count)
      table[String(name)] = UnsafeBufferPointer(start: entry.bytes, count: entry.length)
    }
    return table
  }()
}
