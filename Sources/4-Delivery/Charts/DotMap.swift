import Vocabulary

/// A map from the coordinates of the seats: a mark for each place, coloured by class. Needs no boundary file.
public struct DotMap: MapChart {
  /// What stands for a place.
  public enum Mark: Sendable {
    /// A circle on the seat; the only mark that can show a size.
    case dot
    /// The field around the seat that is nearer to it than to any other seat. It shows the shape of the state and is
    /// large to touch, but its borders are not the municipality's.
    case cell
  }

  /// More cells than this are smaller than dots would be.
  public static let maximumCells = 1_000

  public struct Place: Sendable {
    public let code: String
    public let name: String
    /// Degrees; south and west are negative.
    public let latitude: Double
    public let longitude: Double
    public let value: ChartValue?
    public let href: String?
    /// What the dot's area stands for; nothing: all dots are alike.
    public let size: Double?
    /// Ringed, and named on the map.
    public let isHighlighted: Bool

    /// `label` replaces "name: value" as the text shown on pointing at the dot.
    public init(
      code: String, name: String, latitude: Double, longitude: Double, value: ChartValue?,
      label: String? = nil,
      href: String? = nil, size: Double? = nil, isHighlighted: Bool = false
    ) {
      self.code = code
      self.name = name
      self.latitude = latitude
      self.longitude = longitude
      self.value = value
      self.label = label ?? Words.titled(name, value.words)
      self.href = href
      self.size = size
      self.isHighlighted = isHighlighted
    }

    public let label: String
    var isOnEarth: Bool { MapProjection.isOnEarth((longitude, latitude)) }
  }

  public let id: String
  public let title: String
  public let description: String
  public let unit: String
  /// By name, which is the order in which the keyboard visits them.
  public let places: [Place]
  public let scale: ClassScale
  public let mark: Mark

  /// Without `mark`: cells for up to a thousand places without sizes, dots otherwise.
  public init(
    id: String, title: String, description: String, unit: String, places: [Place], scale: ClassScale,
    mark: Mark? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.unit = unit
    self.places = places.sortedByName(\.name)
    self.scale = scale
    let areSized = places.contains { $0.size != nil }
    self.mark = mark ?? (areSized || places.count > Self.maximumCells ? .dot : .cell)
  }

  public var table: TableEquivalent { table(places.map { ($0.name, $0.value) }) }
  public var note: String? { mark == .cell ? Words.cellNote : nil }
  public var legend: MapLegend { MapLegend(scale: scale, values: places.map(\.value)) }

  public func svg() -> String {
    let drawable = places.filter(\.isOnEarth)
    guard !drawable.isEmpty else {
      return ChartRoot.empty(id: id, of: self, className: Self.className, width: Self.box)
    }
    return switch mark {
    case .dot: DotMapDrawing(self, places: drawable).svg()
    case .cell: CellMapDrawing(self, places: drawable).svg()
    }
  }
}

extension Array {
  /// In the order of the alphabet, accents apart; equal names keep their order.
  func sortedByName(_ name: (Element) -> String) -> [Element] {
    map { (key: NameKey(name($0)), element: $0) }.sorted { $0.key < $1.key }.map(\.element)
  }
}
