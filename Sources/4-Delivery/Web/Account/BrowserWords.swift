/// A browser as its owner knows it, from what it says of itself: `Firefox no Windows`. Only to recognise an own session by;
/// nothing is decided by it.
enum BrowserWords {
  /// The first that fits: most browsers also name those that they want to be taken for.
  private static let browsers = [
    ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
  ]
  private static let systems = [
    ("Windows", "no Windows"), ("Android", "no Android"), ("iPhone", "no iPhone"), ("iPad", "no iPad"),
    ("CrOS", "no Chromebook"), ("Mac OS X", "no Mac"), ("Linux", "no Linux"),
  ]

  static func name(_ client: String) -> String {
    let browser = browsers.first { client.contains($0.0) }?.1 ?? "Navegador"
    let system = systems.first { client.contains($0.0) }?.1 ?? "sem nome conhecido"
    return "\(browser) \(system)"
  }
}
