import Glibc
import SQLStore

/// The file itself: made readable and writable by its owner alone, before SQLite writes the first byte to it. SQLite gives
/// its two companions (`-wal`, `-shm`) the same permissions.
enum DatabaseFile {
  /// Leaves an existing file as it is.
  ///
  /// - Parameter creating: make a missing file, and the folders above it for their owner alone.
  static func prepare(_ path: String, creating: Bool) throws {
    if creating { try makeFolders(above: path) }
    let descriptor = open(path, O_RDWR | O_CLOEXEC | (creating ? O_CREAT : 0), 0o600)
    guard descriptor >= 0 else { throw unreachable(path) }
    Glibc.close(descriptor)
  }

  private static func makeFolders(above path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    if access(folder, F_OK) == 0 { return }
    try makeFolders(above: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw unreachable(folder) }
  }

  private static func unreachable(_ path: String) -> StoreError {
    .unreachable("\(path): \(String(cString: strerror(errno)))")
  }
}
