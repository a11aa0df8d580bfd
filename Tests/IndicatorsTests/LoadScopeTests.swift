import Indicators
import Testing
import Vocabulary

@Suite struct LoadScopeTests {
  private let aguaBoa = IBGECode("5100201")!
  private let cuiaba = IBGECode("5103403")!
  private let rioBranco = IBGECode("1200401")!

  @Test func `a file of one municipality speaks for it alone`() {
    let scope = LoadScope(present: [aguaBoa], existing: [.MT: 141])
    #expect(scope.wholeStates.isEmpty)
    #expect(scope.speaks(for: aguaBoa))
    #expect(!scope.speaks(for: cuiaba))
  }

  @Test func `a file with half of a state's municipalities speaks for the whole state`() {
    let scope = LoadScope(present: [aguaBoa], existing: [.MT: 2])
    #expect(scope.wholeStates == [.MT])
    #expect(scope.speaks(for: cuiaba))
    #expect(!scope.speaks(for: rioBranco))
  }

  @Test func `a file with less than half does not`() {
    #expect(LoadScope(present: [aguaBoa], existing: [.MT: 3]).wholeStates.isEmpty)
  }

  @Test func `a state the territory does not know is never whole`() {
    #expect(LoadScope(present: [rioBranco], existing: [:]).wholeStates.isEmpty)
  }
}
