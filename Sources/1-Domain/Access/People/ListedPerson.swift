/// A person in a list, with the roles that are or will be in force.
public struct ListedPerson: Hashable, Sendable {
  public let person: Person
  public let assignments: [Assignment]

  public init(person: Person, assignments: [Assignment]) {
    self.person = person
    self.assignments = assignments
  }
}
