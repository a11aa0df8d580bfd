// swift-tools-version: 6.2
import PackageDescription

// The floors of the house: a target may import only what stands below it (ARCHITECTURE.md).
// The floor number is in the folder, so `Sources/` reads from the domain down to the programs.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func floor(_ folder: String, _ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/\(folder)/\(name)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
  name: "prumo",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0")
  ],
  targets: [
    // 1 Domain: pure values and functions.
    floor("1-Domain", "Vocabulary", []),
    tests("VocabularyTests", ["Vocabulary"]),

    // 2 Storage: one SQL text, two engines. Only the engine targets know a driver.
    floor("2-Storage", "SQLStore", []),
    floor(
      "2-Storage", "SQLiteEngine",
      [
        "SQLStore", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .systemLibrary(
      name: "CLibPQ", path: "Sources/2-Storage/CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    floor("2-Storage", "PostgresEngine", ["SQLStore", "CLibPQ"]),
    .target(
      name: "TestSupport", dependencies: ["SQLStore", "SQLiteEngine", "PostgresEngine", "CLibPQ"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "StoreTests", dependencies: ["SQLStore", "SQLiteEngine", "PostgresEngine", "TestSupport"],
      path: "Tests/StoreTests", exclude: ["Golden"], swiftSettings: strict),
  ]
)
