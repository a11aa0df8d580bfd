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
  targets: [
    // 1 Domain: pure values and functions.
    floor("1-Domain", "Vocabulary", []),
    tests("VocabularyTests", ["Vocabulary"]),

    // 4 Delivery: what people and other programs see.
    floor("4-Delivery", "Charts", ["Vocabulary"]),
    tests("ChartsTests", ["Charts", "Vocabulary"]),
  ]
)
