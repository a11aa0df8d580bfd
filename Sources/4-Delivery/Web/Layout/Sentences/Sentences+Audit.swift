extension Sentences {
  static let audit: [String: Sentence] = [:]
}
