extension Sentences {
  static let accounts: [String: Sentence] = [:]
}
