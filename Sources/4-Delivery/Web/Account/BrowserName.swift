/// A browser as people call it: `Firefox em Windows`, from what it says of itself. Good enough to tell the own sessions
/// apart, and nothing else is done with it.
enum BrowserName {
  private static let browsers = [
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chromium"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
  ]
  private static let systems = [
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"), ("Linux", "Linux"),
  ]

  static func of(_ client: String) -> String {
    let browser = browsers.first { client.contains($0.0) }?.1
    let system = systems.first { client.contains($0.0) }?.1
    return switch (browser, system) {
    case (let browser?, let system?): "\(browser) em \(system)"
    case (let browser?, nil): browser
    case (nil, let system?): "Programa em \(system)"
    case (nil, nil): "Navegador desconhecido"
    }
  }
}
