import Foundation
public import Vocabulary

/// What a GeoJSON of outlines says.
public struct BoundariesExtract: Sendable {
  public let file: LoadedOutlines
  public let boundaries: [Boundary]
  public let featuresRead: Int

  /// The file as it came: last name, length, SHA-256 in hexadecimal.
  public struct LoadedOutlines: Sendable {
    public let name: String
    public let bytes: Int64
    public let sha256: String
  }
}

/// Largest GeoJSON of outlines: it is read whole. All municipalities of Brazil, simplified, take about 20 MB.
public let maximumBoundaryBytes = 64 << 20

/// Reads polygons whose properties name a municipality by its IBGE code of seven digits.
///
/// Throws `Problem` with rule `boundaries.tooLarge`, `boundaries.notGeoJSON`, `boundaries.projected` (coordinates
/// are not degrees of Brazil) or `boundaries.noneKnown` (no feature has a code), or `ExtractFailure`.
public func readBoundaries(
  from source: ExtractSource, progress: @Sendable (ReadProgress) -> Void,
  isCancelled: @escaping @Sendable () -> Bool
) throws -> BoundariesExtract {
  let (input, bytes) = try wholeText(of: source, progress: progress, isCancelled: isCancelled)
  guard let root = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
    let features = root["features"] as? [[String: Any]]
  else { throw Problem.invalid(field: "arquivo", rule: "boundaries.notGeoJSON") }
  // An exclave may stand as a feature of its own: the rings of one municipality belong together.
  var ringsByCode: [IBGECode: [[Boundary.Point]]] = [:]
  for outline in try features.compactMap(boundary) { ringsByCode[outline.code, default: []] += outline.rings }
  let boundaries = ringsByCode.map { Boundary(code: $0.key, rings: $0.value) }.sorted { $0.code < $1.code }
  guard !boundaries.isEmpty else { throw Problem.invalid(field: "arquivo", rule: "boundaries.noneKnown") }
  return BoundariesExtract(
    file: .init(name: input.name, bytes: Int64(bytes.count), sha256: input.sha256), boundaries: boundaries,
    featuresRead: features.count)
}

/// Names under which the published meshes carry the code, in lower case.
private let codeProperties = [
  "ibge7", "codarea", "cd_mun", "cd_geocmu", "cd_geocodm", "geocodigo", "codigo_ibg", "geocodig_m", "id",
]

private func boundary(_ feature: [String: Any]) throws -> Boundary? {
  guard let code = municipalityCode(feature), let geometry = feature["geometry"] as? [String: Any] else {
    return nil
  }
  let polygons: [[[[NSNumber]]]]
  switch geometry["type"] as? String {
  case "Polygon": polygons = (geometry["coordinates"] as? [[[NSNumber]]]).map { [$0] } ?? []
  case "MultiPolygon": polygons = geometry["coordinates"] as? [[[[NSNumber]]]] ?? []
  default: return nil
  }
  let rings = try polygons.flatMap { $0 }.map { ring in
    try ring.map { point in
      guard point.count >= 2, (-75.0 ... -28.0).contains(point[0].doubleValue),
        (-35.0...6.0).contains(point[1].doubleValue)
      else { throw Problem.invalid(field: "arquivo", rule: "boundaries.projected") }
      return Boundary.Point(longitude: point[0].doubleValue, latitude: point[1].doubleValue)
    }
  }
  return rings.isEmpty ? nil : Boundary(code: code, rings: rings)
}

private func municipalityCode(_ feature: [String: Any]) -> IBGECode? {
  var named = feature["properties"] as? [String: Any] ?? [:]
  named["id"] = named["id"] ?? feature["id"]
  let byLowerName = Dictionary(
    named.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
  for name in codeProperties {
    if let text = byLowerName[name] as? String, let code = IBGECode(text) { return code }
    if let number = byLowerName[name] as? NSNumber, let code = IBGECode(number.intValue) { return code }
  }
  return nil
}

private func wholeText(
  of source: ExtractSource, progress: @Sendable (ReadProgress) -> Void,
  isCancelled: @escaping @Sendable () -> Bool
) throws -> (input: RawInput, bytes: Data) {
  var limits = ReadLimits.standard
  limits.maximumBytes = Int64(maximumBoundaryBytes)
  let pieceBytes = 1 << 16
  var bytes = Data()
  do {
    let input = try RawInput(source, limits: limits, isCancelled: isCancelled)
    let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceBytes)
    defer { piece.deallocate() }
    while true {
      let count = try input.read(into: piece, count: pieceBytes)
      if count == 0 { break }
      bytes.append(piece, count: count)
      progress(ReadProgress(bytesRead: Int64(bytes.count), totalBytes: input.totalBytes, rows: 0))
    }
    try input.finish()
    return (input, bytes)
  } catch ExtractFailure.tooLarge {
    throw Problem.invalid(
      field: "arquivo", rule: "boundaries.tooLarge", ["limit": String(maximumBoundaryBytes >> 20)])
  }
}
