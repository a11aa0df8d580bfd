import Foundation
import Testing

@testable import Charts

@Suite struct MapTests {
  @Test func `without places there is a sentence`() {
    for map in [
      Sample.dots([]), Sample.dots([.init(code: "1", name: "A", latitude: .nan, longitude: 1, value: nil)]),
    ] {
      expectWellFormed(map.framed())
      #expect(texts(of: "text", in: map.svg()) == [Words.nothingToDraw])
    }
    expectWellFormed(Sample.areas([]).framed())
    #expect(texts(of: "text", in: Sample.areas([]).svg()) == [Words.nothingToDraw])
  }

  @Test func `all missing is a map of hatched dots`() {
    let places = Sample.places.map {
      DotMap.Place(code: $0.code, name: $0.name, latitude: $0.latitude, longitude: $0.longitude, value: nil)
    }
    for map in [Sample.dots(places, mark: .dot), Sample.dots(places, mark: .cell)] {
      expectWellFormed(map.framed())
      #expect(map.svg().contains("fill=\"url(#\(map.id)-hatch)\""))
      #expect(!map.svg().contains("chart-map-"))
      #expect(map.legend.rows.map(\.label) == ["sem dado"])
    }
  }

  @Test func `a map without a measure has neither hatches nor legend, and shows its place`() {
    for mark in [DotMap.Mark.dot, .cell] {
      let map = DotMap(
        id: "where", title: "Água Boa em Mato Grosso", description: "Sedes.", unit: "",
        places: Sample.places.map {
          .init(
            code: $0.code, name: $0.name, latitude: $0.latitude, longitude: $0.longitude, value: nil,
            label: $0.name, isHighlighted: $0.isHighlighted)
        }, scale: .plain, mark: mark)
      expectWellFormed(map.framed())
      #expect(!map.framed().contains("chart-missing") && !map.framed().contains("chart-legend"))
      #expect(map.svg().components(separatedBy: "\"chart-place-here\"").count == 2)
      #expect(texts(of: "title", in: map.svg())[1] == "Água Boa")
      #expect(isXML(map.document()))
    }
  }

  @Test func `a place whose coordinates are wrong is only in the table`() {
    let map = Sample.dots(
      Sample.places + [.init(code: "9", name: "Perdida", latitude: 999, longitude: 0, value: Sample.value(1))]
    )
    expectWellFormed(map.framed())
    #expect(!map.svg().contains("Perdida"))
    #expect(map.table.rows.contains(["Perdida", "1"]))
  }

  @Test(arguments: [DotMap.Mark.dot, .cell]) func `one place, and places on one spot, are drawn`(
    mark: DotMap.Mark
  ) {
    let spot = DotMap.Place(
      code: "1", name: "Água Boa", latitude: -14, longitude: -52, value: Sample.value(1))
    for places in [[spot], [spot, spot, spot]] {
      let svg = Sample.dots(places, mark: mark).svg()
      expectWellFormed(svg)
      #expect(
        attributes("class", of: mark == .dot ? "circle" : "path", in: svg).filter { $0 == "chart-map-3" }
          .count == places.count)
      #expect(attributes("cx", of: "circle", in: svg).allSatisfy { (0.0...480).contains(Double($0)!) })
    }
  }

  @Test func `cells for a state, dots for the country and for sizes`() {
    func places(_ count: Int, size: Double? = nil) -> [DotMap.Place] {
      (0..<count).map {
        .init(
          code: "\($0)", name: "Lugar \($0)", latitude: Double($0 % 40), longitude: Double($0 / 40),
          value: Sample.value(1), size: size)
      }
    }
    #expect(Sample.dots(places(DotMap.maximumCells)).mark == .cell)
    #expect(Sample.dots(places(DotMap.maximumCells + 1)).mark == .dot)
    #expect(Sample.dots(places(3, size: 1)).mark == .dot)
    #expect(Sample.dots(places(3)).framed().contains("não é o limite"))
    #expect(!Sample.dots(places(3), mark: .dot).framed().contains("não é o limite"))
  }

  @Test func `places come by name, accents apart, each a link with its sentence`() {
    let svg = Sample.dots(Sample.places.reversed()).svg()
    #expect(
      texts(of: "title", in: svg).dropFirst() == [
        "Água Boa: 1.066", "Canarana: 1.420", "Cocalinho: sem dado", "Querência: 800",
      ])
    #expect(attributes("href", of: "a", in: svg).first == "/municipios/5100201")
  }

  @Test func `large dots are drawn before small ones`() {
    let places = [10.0, 1_000, 100, .nan].enumerated().map { index, size in
      DotMap.Place(
        code: "\(index)", name: "Lugar \(index)", latitude: Double(index), longitude: Double(index),
        value: Sample.value(1), size: size)
    }
    #expect(
      texts(of: "title", in: Sample.dots(places).svg()).dropFirst() == [
        "Lugar 1: 1", "Lugar 2: 1", "Lugar 0: 1", "Lugar 3: 1",
      ])
  }

  @Test func `the legend counts the places of each class and says how many have no data`() {
    let rows = Sample.dots(Sample.places).legend.rows
    #expect(rows.map(\.label) == ["1.420", "1.066", "800", "sem dado"])
    #expect(rows.map(\.count) == [1, 1, 1, 1])
    #expect(rows.last?.className == "chart-missing")
  }

  @Test func `an area keeps its holes and its parts`() {
    let svg = Sample.areas.svg()
    expectWellFormed(svg)
    let paths = attributes("d", of: "path", in: svg)
    #expect(paths.map { $0.filter { $0 == "z" }.count } == [1, 2, 2, 1, 1])
    #expect(attributes("fill-rule", of: "path", in: svg) == ["evenodd", "evenodd", "evenodd"])
  }

  @Test func `an area too small to be seen is a dot, and one without coordinates is not drawn`() {
    let map = Sample.areas([
      .init(code: "1", name: "Grande", rings: [Sample.square(0, 0, 10)], value: Sample.value(1)),
      .init(code: "2", name: "Mínima", rings: [Sample.square(1, 1, 1e-6)], value: Sample.value(2)),
      .init(code: "3", name: "Vazia", rings: [[], [(.nan, 2)]], value: Sample.value(3)),
    ])
    expectWellFormed(map.framed())
    #expect(attributes("r", of: "circle", in: map.svg()) == ["2"])
    #expect(!map.svg().contains("Vazia"))
  }

  @Test func `a ring is short: a grid of a tenth, no point twice, steps from point to point`() {
    var path = PathText()
    let isWritten = path.ring([(1, 1), (1.01, 1.01), (3, 1), (3, 2.5), (3, 2.5), (1, 1)])
    #expect(isWritten)
    #expect(path.text == "M1 1l2 0 0 1.5z")
    var nothing = PathText()
    let areWritten = [nothing.ring([(1, 1), (2, 2), (1, 1)]), nothing.ring([])]
    #expect(areWritten == [false, false])
    #expect(nothing.isEmpty)
  }
}

@Suite struct MapProjectionTests {
  @Test func `nothing to fit is no crash`() {
    let projection = MapProjection(fitting: [(longitude: Double, latitude: Double)](), box: 480, margin: 10)
    #expect(projection.width.isFinite && projection.height.isFinite)
  }

  @Test func `all places are inside the margin and the larger side fills the box`() {
    let points: [(longitude: Double, latitude: Double)] = [(-61.6, -7.3), (-50.2, -18), (-56.1, -15.6)]
    let projection = MapProjection(fitting: points, box: 480, margin: 10)
    for point in points {
      let place = projection.point(longitude: point.longitude, latitude: point.latitude)
      #expect((9.99...projection.width - 9.99).contains(place.x))
      #expect((9.99...projection.height - 9.99).contains(place.y))
    }
    #expect(abs(max(projection.width, projection.height) - 480) < 0.001)
  }

  @Test func `north is up, east is right, and a square near the pole of the map stays a square`() {
    let projection = MapProjection(
      fitting: [(longitude: 0, latitude: -61), (longitude: 2, latitude: -59)], box: 480, margin: 0)
    let middle = projection.point(longitude: 1, latitude: -60)
    let north = projection.point(longitude: 1, latitude: -59.5)
    let east = projection.point(longitude: 2, latitude: -60)
    #expect(north.y < middle.y)
    // At 60 degrees a degree of longitude is half as long as one of latitude.
    #expect(abs((east.x - middle.x) - (middle.y - north.y)) < 0.01)
  }

  @Test(arguments: [(0.0, 1.0), (60, 0.5), (-60, 0.5), (90, 0), (45, 0.7071067811865476)])
  func `the cosine is the cosine`(degrees: Double, cosine: Double) {
    #expect(abs(MapProjection.cosine(degrees: degrees) - cosine) < 1e-9)
  }
}
