/// A map from boundaries, for when a person has loaded them: each area filled by class.
public struct AreaMap: MapChart {
  public struct Area: Sendable {
    public let code: String
    public let name: String
    /// Degrees. Outer rings and holes in any order and direction: what lies inside an even number of rings is outside.
    public let rings: [[(longitude: Double, latitude: Double)]]
    public let value: ChartValue?
    /// The text shown on pointing at the area.
    public let label: String
    public let href: String?
    /// Outlined, and named on the map.
    public let isHighlighted: Bool

    /// `label` replaces "name: value".
    public init(
      code: String, name: String, rings: [[(longitude: Double, latitude: Double)]], value: ChartValue?,
      label: String? = nil, href: String? = nil, isHighlighted: Bool = false
    ) {
      self.code = code
      self.name = name
      self.rings = rings
      self.value = value
      self.label = label ?? Words.titled(name, value.words)
      self.href = href
      self.isHighlighted = isHighlighted
    }
  }

  public let id: String
  public let title: String
  public let description: String
  public let unit: String
  /// By name, which is the order in which the keyboard visits them.
  public let areas: [Area]
  public let scale: ClassScale

  public init(id: String, title: String, description: String, unit: String, areas: [Area], scale: ClassScale)
  {
    self.id = id
    self.title = title
    self.description = description
    self.unit = unit
    self.areas = areas.sortedByName(\.name)
    self.scale = scale
  }

  public var table: TableEquivalent { table(areas.map { ($0.name, $0.value) }) }
  public var note: String? { nil }
  public var legend: MapLegend { MapLegend(scale: scale, values: areas.map(\.value)) }

  public func svg() -> String {
    guard areas.contains(where: { $0.rings.contains { $0.contains(where: MapProjection.isOnEarth) } }) else {
      return ChartRoot.empty(id: id, of: self, className: Self.className, width: Self.box)
    }
    return AreaMapDrawing(self).svg()
  }
}
