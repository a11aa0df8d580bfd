/// Where a mark leads. Only places of the product itself: a path, a query or a fragment.
enum Link {
  /// The address if it is one of ours; otherwise nothing, and the mark is no link. `javascript:…` and `//elsewhere`
  /// are what this keeps out, also when blanks or backslashes disguise them.
  static func safe(_ address: String?) -> String? {
    guard let address, !address.isEmpty, !address.hasPrefix("//"),
      !address.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x7F })
    else { return nil }
    let beforePath = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return beforePath.contains(":") ? nil : address
  }
}

extension SVGWriter {
  /// A mark with the text that is shown on pointing at it and read aloud; a link if there is an address.
  mutating func mark(
    title: String, href: String?, className: Attribute = .absent, _ content: (inout SVGWriter) -> Void
  ) {
    let inside = { (svg: inout SVGWriter) in
      svg.element("title", text: title)
      content(&svg)
    }
    if let href {
      element("a", ["href": .text(href), "class": className], inside)
    } else {
      element("g", ["class": className], inside)
    }
    newline()
  }
}
