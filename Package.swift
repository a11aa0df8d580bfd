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
    // 0 Assets: templates, style sheet, catalogue and tables, carried inside the program.
    .target(name: "CAssets", path: "Sources/0-Assets/CAssets"),
    floor("0-Assets", "Assets", ["CAssets"]),
    tests("AssetsTests", ["Assets"]),

    // 1 Domain: pure values and functions.
    floor("1-Domain", "Vocabulary", []),
    tests("VocabularyTests", ["Vocabulary"]),

    // The rules of the house, read from the sources themselves.
    tests("ArchitectureTests", []),
  ]
)
