extension Sentences {
  static let privacy: [String: Sentence] = [:]
}
