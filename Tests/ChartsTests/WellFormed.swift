import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What every drawing must be: XML that parses, without styles or scripts that the pages forbid, with ids that differ
/// and names that exist, and without a coordinate that is no number.
func expectWellFormed(_ svg: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let reader = ElementReader()
  let parser = XMLParser(data: Data("<page>\(svg)</page>".utf8))
  parser.delegate = reader
  #expect(parser.parse(), "not XML: \(svg.prefix(300))", sourceLocation: sourceLocation)
  #expect(Set(reader.ids).count == reader.ids.count, "an id twice", sourceLocation: sourceLocation)
  for name in reader.referred {
    #expect(reader.ids.contains(name), "no id \(name)", sourceLocation: sourceLocation)
  }
  for attribute in reader.forbidden {
    Issue.record("forbidden: \(attribute)", sourceLocation: sourceLocation)
  }
  for word in ["\"nan", "\"inf", "\"-inf", " nan", "NaN"] {
    #expect(!svg.contains(word), "a coordinate that is no number", sourceLocation: sourceLocation)
  }
}

func isXML(_ text: String) -> Bool {
  XMLParser(data: Data(text.utf8)).parse()
}

/// The texts of all elements of one name, in order.
func texts(of element: String, in svg: String) -> [String] {
  let reader = ElementReader()
  let parser = XMLParser(data: Data("<page>\(svg)</page>".utf8))
  parser.delegate = reader
  _ = parser.parse()
  return reader.texts.filter { $0.element == element }.map(\.text)
}

/// The values of one attribute on all elements of one name, in order.
func attributes(_ attribute: String, of element: String, in svg: String) -> [String] {
  let reader = ElementReader()
  let parser = XMLParser(data: Data("<page>\(svg)</page>".utf8))
  parser.delegate = reader
  _ = parser.parse()
  return reader.elements.filter { $0.name == element }.compactMap { $0.attributes[attribute] }
}

private final class ElementReader: NSObject, XMLParserDelegate {
  var elements: [(name: String, attributes: [String: String])] = []
  var texts: [(element: String, text: String)] = []
  var ids: [String] = []
  var referred: [String] = []
  var forbidden: [String] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
    texts.append((name, ""))
    open.append(texts.count - 1)
    if name == "script" || name == "style" || name == "foreignObject" { forbidden.append(name) }
    for (key, value) in attributes {
      if key == "style" || key.hasPrefix("on") { forbidden.append(key) }
      if value.lowercased().contains("javascript:") && key != "aria-label" {
        forbidden.append("\(key)=\(value)")
      }
      if key == "id" { ids.append(value) }
      if key == "aria-labelledby" { referred += value.split(separator: " ").map(String.init) }
      if value.hasPrefix("url(#") { referred.append(String(value.dropFirst(5).dropLast())) }
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { texts[last].text += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    open.removeLast()
  }
}
