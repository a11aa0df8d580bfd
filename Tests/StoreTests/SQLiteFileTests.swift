import Foundation
import SQLStore
import SQLiteEngine
import TestSupport
import Testing

/// What only a file can be: in the wrong place, or not a database.
@Suite struct SQLiteFileTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "prumo-file-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func `a file that is no database is refused and left as it is`() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("notes.txt")
      let text = Data(String(repeating: "não é um banco de dados\n", count: 100).utf8)
      try text.write(to: file)
      #expect(throws: StoreError.self) { try SQLiteStore(path: file.path) }
      #expect(try Data(contentsOf: file) == text)
    }
  }

  @Test func `a folder is no database`() throws {
    try withFolder { folder in
      #expect(throws: StoreError.self) { try SQLiteStore(path: folder.path) }
    }
  }

  @Test func `a missing file is made only when that is wanted`() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("typing-error.db").path
      #expect(throws: StoreError.unreachable("\(path): No such file or directory")) {
        try SQLiteStore(path: path, creating: false)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
      try SQLiteStore(path: path).close()
      try SQLiteStore(path: path, creating: false).close()
    }
  }

  @Test func `a new file belongs to its owner alone`() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("new/prumo.db")
      let store = try SQLiteStore(path: file.path)
      try store.writeBlocking { try $0.run("CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY) STRICT") }
      for path in [file.path, file.path + "-wal", file.path + "-shm"] {
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600, "\(path)")
      }
      try store.close()
      // Closing folds the log back: one file is the whole database.
      let left = try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
      #expect(left == ["prumo.db"])
    }
  }

  @Test func `what was committed is synchronised with the disk`() throws {
    try withFolder { folder in
      let store = try SQLiteStore(path: folder.appendingPathComponent("prumo.db").path)
      let row = try store.writeBlocking { db in
        try db.firstRow("SELECT synchronous FROM pragma_synchronous")
      }
      #expect(try row?.integer("synchronous") == 2)
      try store.close()
    }
  }
}
