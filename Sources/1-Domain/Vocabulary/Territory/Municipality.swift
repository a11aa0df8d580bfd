/// A municipality as the territory's reference tables have it. Sources: docs/sources.md.
public struct Municipality: Hashable, Sendable {
  public let code: IBGECode
  /// The Treasury's code of four digits, which the payment files use; unrelated to the IBGE code.
  public let siafi: Int
  public let name: String
  public let coordinates: Coordinates
  public let isCapital: Bool
  /// IANA name. The state can set another than the official one, as the Araguaia lives by Brasília's clock.
  public let timeZone: String
  /// Census 2022; nil where the census did not know the municipality.
  public let population: Int?
  public let immediateRegion: Region?
  public let intermediateRegion: Region?
  public let healthRegion: Region?
  public let validity: Validity

  public init(
    code: IBGECode, siafi: Int, name: String, coordinates: Coordinates, isCapital: Bool, timeZone: String,
    population: Int?, immediateRegion: Region?, intermediateRegion: Region?, healthRegion: Region?,
    validity: Validity
  ) {
    self.code = code
    self.siafi = siafi
    self.name = name
    self.coordinates = coordinates
    self.isCapital = isCapital
    self.timeZone = timeZone
    self.population = population
    self.immediateRegion = immediateRegion
    self.intermediateRegion = intermediateRegion
    self.healthRegion = healthRegion
    self.validity = validity
  }

  public var porte: Porte? { population.map { Porte(population: $0) } }
}

/// Latitude and longitude in ten-thousandths of a degree, south and west negative.
public struct Coordinates: Hashable, Sendable {
  public let latitudeE4: Int
  public let longitudeE4: Int

  /// Nil outside Brazil's own frame, which catches swapped or damaged coordinates.
  public init?(latitudeE4: Int, longitudeE4: Int) {
    guard (-340_000...60_000).contains(latitudeE4), (-740_000 ... -280_000).contains(longitudeE4) else {
      return nil
    }
    self.latitudeE4 = latitudeE4
    self.longitudeE4 = longitudeE4
  }

  public var latitude: Double { Double(latitudeE4) / 10_000 }
  public var longitude: Double { Double(longitudeE4) / 10_000 }
}

/// From the first day on, until the last day; open where nil.
public struct Validity: Hashable, Sendable {
  public let from: Day?
  public let until: Day?

  public init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  public func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  /// A month is looked at on its first day.
  public func contains(_ month: ReferenceMonth) -> Bool { contains(month.firstDay) }
}

/// A region inside a state: code and name.
public struct Region: Hashable, Sendable {
  public let code: RegionCode
  public let name: String

  public init(code: RegionCode, name: String) {
    self.code = code
    self.name = name
  }
}

/// A state or the Federal District with its name and the country's region it belongs to.
public struct StateOfFederation: Hashable, Sendable {
  public let unit: FederativeUnit
  public let name: String
  public let countryRegion: String

  public init(unit: FederativeUnit, name: String, countryRegion: String) {
    self.unit = unit
    self.name = name
    self.countryRegion = countryRegion
  }
}

/// A CRAS with its IDCRAS: the mean of three dimensions from 1 to 5, two decimals.
public struct Cras: Hashable, Sendable {
  /// The unit's number in the Censo SUAS, eleven digits.
  public let id: String
  public let municipality: IBGECode
  public let year: Int
  public let physicalStructure: Int
  public let staff: Int
  public let services: Int
  public let idcras: FixedDecimal

  public init(
    id: String, municipality: IBGECode, year: Int, physicalStructure: Int, staff: Int, services: Int,
    idcras: FixedDecimal
  ) {
    self.id = id
    self.municipality = municipality
    self.year = year
    self.physicalStructure = physicalStructure
    self.staff = staff
    self.services = services
    self.idcras = idcras
  }
}

/// A municipality's outline: rings of longitude and latitude in degrees, the first of each polygon its outside.
public struct Boundary: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public let longitude: Double
    public let latitude: Double

    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  public let code: IBGECode
  public let rings: [[Point]]

  public init(code: IBGECode, rings: [[Point]]) {
    self.code = code
    self.rings = rings
  }
}
