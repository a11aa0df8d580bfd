extension Sentences {
  static let secrets: [String: Sentence] = [:]
}
