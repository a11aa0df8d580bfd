extension Sentences {
  static let openID: [String: Sentence] = [:]
}
