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
  products: [
    .executable(name: "prumo-bench", targets: ["prumo-bench"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
  ],
  targets: [
    // 1 Domain: pure values and functions.
    floor("1-Domain", "Vocabulary", []),
    tests("VocabularyTests", ["Vocabulary"]),

    // 2 Files: the ministries' file formats.
    .systemLibrary(
      name: "CZlib", path: "Sources/2-Files/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CByteScan", path: "Sources/2-Files/CByteScan"),
    floor(
      "2-Files", "Extracts",
      ["Vocabulary", "CByteScan", "CZlib", .product(name: "Crypto", package: "swift-crypto")]),
    tests("ExtractsTests", ["Extracts", "Vocabulary", "CByteScan", "CZlib"]),

    // Measures `Extracts` beside its peers; run by bin/bench only.
    .executableTarget(
      name: "prumo-bench", dependencies: ["Extracts", "Vocabulary"], path: "Benchmarks/prumo-bench",
      swiftSettings: strict),
  ]
)
