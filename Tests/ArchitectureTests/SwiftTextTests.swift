import Testing

@Suite struct SwiftTextTests {
  @Test func `comments are no code and literals are kept apart`() {
    let text = SwiftText(
      #"""
      let a = "one" // "not this"
      /* nor "this" */ let b = """
        SELECT \(column("x")) "quoted"
        """
      let c = #"raw " \n"#
      """#)
    #expect(text.literals.map(\.text).contains("one"))
    #expect(text.literals.contains { $0.text.contains("SELECT \\() \"quoted\"") && $0.line == 2 })
    #expect(text.literals.contains { $0.text == #"raw " \n"# && $0.line == 5 })
    #expect(!text.code.contains("not this") && !text.code.contains("nor"))
    #expect(text.code.split(separator: "\n", omittingEmptySubsequences: false).count == 5)
  }
}
