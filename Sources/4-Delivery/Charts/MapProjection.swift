/// From degrees to the drawing: equirectangular, with longitudes shortened by the cosine of the middle latitude, so that
/// a state keeps its shape. North is up. Enough for a country; not for measuring.
public struct MapProjection: Sendable {
  /// Size of the drawing in user units, as small as the places and the margin allow.
  public let width: Double
  public let height: Double

  private let west: Double
  private let north: Double
  private let unitsPerDegree: Double
  private let shortening: Double
  private let offset: (x: Double, y: Double)

  /// Fits `points` (degrees) into `box` x `box` user units, `margin` of them free on each side. Points that are no
  /// numbers or not on Earth do not count.
  public init(
    fitting points: some Sequence<(longitude: Double, latitude: Double)>, box: Double, margin: Double
  ) {
    var west = Double.infinity
    var east = -Double.infinity
    var south = Double.infinity
    var north = -Double.infinity
    for point in points where Self.isOnEarth(point) {
      west = Swift.min(west, point.longitude)
      east = Swift.max(east, point.longitude)
      south = Swift.min(south, point.latitude)
      north = Swift.max(north, point.latitude)
    }
    if west > east { (west, east, south, north) = (0, 0, 0, 0) }
    shortening = Self.cosine(degrees: (south + north) / 2)
    let spanX = (east - west) * shortening
    let spanY = north - south
    let room = box - 2 * margin
    // One place alone, or several on one spot, would be fitted at infinite scale.
    unitsPerDegree = Swift.min(room / Swift.max(spanX, spanY, 1e-9), room)
    width = Swift.max(spanX * unitsPerDegree + 2 * margin, box / 3)
    height = Swift.max(spanY * unitsPerDegree + 2 * margin, box / 6)
    offset = ((width - spanX * unitsPerDegree) / 2, (height - spanY * unitsPerDegree) / 2)
    self.west = west
    self.north = north
  }

  /// User units from the upper left corner.
  public func point(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    (
      offset.x + (longitude - west) * shortening * unitsPerDegree,
      offset.y + (north - latitude) * unitsPerDegree
    )
  }

  public static func isOnEarth(_ point: (longitude: Double, latitude: Double)) -> Bool {
    point.longitude.magnitude <= 180 && point.latitude.magnitude <= 90
  }

  /// Taylor's series, exact to 1e-9 between the poles: this floor does without Foundation.
  static func cosine(degrees: Double) -> Double {
    let radians = degrees * Double.pi / 180
    var term = 1.0
    var sum = 1.0
    for step in 1...10 {
      term *= -radians * radians / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}
