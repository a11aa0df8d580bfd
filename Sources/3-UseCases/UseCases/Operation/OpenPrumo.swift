public import Access
import Assets
import CatalogueReader
public import Indicators
import Records
public import SQLStore
public import Vocabulary

extension Prumo {
  /// Brings the schema up to date, reads the catalogue and hands out the program over the store.
  /// Throws `secret.otherKey` when the installation was begun with another key.
  public static func open(
    _ store: any Store, process: ProcessMark, accounts: AccountSettings = AccountSettings(),
    now: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UInt64
  ) async throws -> Prumo {
    let (catalogue, roles, privacy) = (try carriedCatalogue(), try carriedRoles(), try carriedPrivacy())
    try await migrate(store, at: now())
    let keeping = try await AccountKeeping(
      accounts, in: store, at: now(), using: HandedInRandomness(number: random))
    let isDemonstration = try await store.read { try DemonstrationMark.stands(in: $0) }
    return Prumo(
      store: store, catalogue: catalogue, roles: roles, privacy: privacy, accounts: keeping,
      isDemonstration: isDemonstration, process: process, now: now, random: random)
  }

  private static func migrate(_ store: any Store, at now: Instant) async throws {
    let migrator = Migrator(try Migrations.all())
    let instant = now.description
    _ = try await onOwnThread { try migrator.migrate(store, at: instant) }
  }

  /// The catalogue that the program carries.
  public static func carriedCatalogue() throws -> Catalogue {
    guard let elements = Assets.text("Catalogue/elements.yaml"),
      let indicators = Assets.text("Catalogue/indicators.yaml")
    else { throw StoreError.defect("the catalogue is not in the program") }
    return try readCatalogue(elements: elements, indicators: indicators)
  }

  /// The table of roles that the program carries.
  public static func carriedRoles() throws -> RoleTable {
    guard let roles = Assets.text("Catalogue/access/roles.yaml") else {
      throw StoreError.defect("the table of roles is not in the program")
    }
    return try readRoles(roles)
  }
}
