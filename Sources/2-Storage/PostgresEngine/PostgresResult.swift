import CLibPQ
import SQLStore

/// An answer of the server, given back to libpq when it goes out of scope.
struct PostgresResult: ~Copyable {
  private let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) {
    self.pointer = pointer
  }

  deinit { PQclear(pointer) }

  /// `PGRES_FATAL_ERROR` also when the connection was lost and there is no answer at all.
  var status: ExecStatusType { PQresultStatus(pointer) }
  var isFailure: Bool {
    ![PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN].contains(status)
  }
  var count: Int { Int(PQntuples(pointer)) }
  /// Rows inserted, changed or deleted.
  var changedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// One of the parts of an error message; see `PostgresFailure` for which of them are safe to repeat.
  func part(_ field: PostgresErrorPart) -> String? {
    PQresultErrorField(pointer, field.rawValue).map { String(cString: $0) }
  }

  func columnNames() -> ColumnNames {
    ColumnNames((0..<PQnfields(pointer)).map { String(cString: PQfname(pointer, $0)) })
  }

  /// What to do with each column, from its type.
  func readers(_ names: ColumnNames) throws -> [PostgresColumnReader] {
    try names.names.enumerated().map { position, name in
      try PostgresColumnReader(type: PQftype(pointer, Int32(position)), column: name)
    }
  }

  func row(_ number: Int, _ names: ColumnNames, _ readers: [PostgresColumnReader]) throws -> ResultRow {
    var values: [SQLValue] = []
    values.reserveCapacity(readers.count)
    for (position, reader) in readers.enumerated() {
      let (row, column) = (Int32(number), Int32(position))
      if PQgetisnull(pointer, row, column) == 1 {
        values.append(.null)
        continue
      }
      let bytes = UnsafeRawBufferPointer(
        start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
      values.append(try reader.value(bytes, column: names.names[position]))
    }
    return ResultRow(columns: names, values: values)
  }
}

/// Numbers of libpq's `PG_DIAG_…` letters, which Swift does not see.
enum PostgresErrorPart: Int32 {
  case state = 67  // 'C'
  case message = 77  // 'M'
  case table = 116  // 't'
  case column = 99  // 'c'
  case constraint = 110  // 'n'
}

/// How the text that the server sends becomes a value. Types are known by their numbers in `pg_type`.
enum PostgresColumnReader {
  case integer
  case boolean
  case text

  init(type: Oid, column: String) throws {
    switch type {
    case 20, 21, 23, 26: self = .integer  // int8, int2, int4, oid
    case 16: self = .boolean
    case 25, 1043, 1042, 19, 18, 705: self = .text  // text, varchar, bpchar, name, "char", unknown
    case 1700: throw StoreError.defect("column \(column) is numeric; cast it to BIGINT")
    default: throw StoreError.defect("column \(column) has type number \(type); cast it to BIGINT or TEXT")
    }
  }

  func value(_ bytes: UnsafeRawBufferPointer, column: String) throws -> SQLValue {
    switch self {
    case .text: return .text(String(decoding: bytes, as: UTF8.self))
    case .boolean: return .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
    case .integer:
      guard let integer = Self.integer(bytes) else {
        throw StoreError.defect("column \(column) does not read as a whole number")
      }
      return .integer(integer)
    }
  }

  /// Counted downwards, because the smallest number has no positive counterpart.
  private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var negated: Int64 = 0
    for byte in isNegative ? bytes.dropFirst() : bytes[...] {
      guard (0x30...0x39).contains(byte) else { return nil }
      negated = negated &* 10 &- Int64(byte &- 0x30)
    }
    return isNegative ? negated : -negated
  }
}
