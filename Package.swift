// swift-tools-version: 6.2
import PackageDescription

// The floors of the house: a target may import only what stands below it (ARCHITECTURE.md).
// The floor number is in the folder, so `Sources/` reads from the domain down to the programs.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func floor(
  _ folder: String, _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(folder)/\(name)", exclude: exclude,
    swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: strict)
}

/// Templates stand beside the page they belong to and are carried in the program by `CAssets`.
let templates = [
  "Account/AccountPage", "Account/FirstAccessPage", "Account/InvitationPage", "Account/ProviderPage",
  "Account/RecoveryCodesPage", "Account/RecoveryPage", "Account/RecoveryRequestPage",
  "Account/SecondFactorPage", "Account/SignInCodePage", "Account/SignInPage", "Audit/TrailEntryPage",
  "Audit/TrailPage", "Components/ChangeMark", "Components/ChartFrame", "Components/ChoiceField",
  "Components/DataTable", "Components/EmptyState", "Components/FactList", "Components/FigureCard",
  "Components/FormField", "Components/FreeTextArea", "Components/Notice", "Components/Progress",
  "Figures/ExplanationPage", "Layout/Layout", "Layout/MessagePage", "Loads/LoadPage", "Loads/LoadsPage",
  "Loads/NewLoadPage", "Panel/PanelPage", "People/ConfirmationPage", "People/CorrectionPage",
  "People/GrantPage", "People/HandOverPage", "People/PeoplePage", "People/PersonPage",
  "People/RoleChoicePage", "People/RolesPage", "Privacy/OwnDataPage", "Privacy/PrivacyDeskPage",
  "Privacy/PrivacyPage", "Privacy/PrivacyRequestPage", "Search/SearchPage", "Sheet/MunicipalitiesPage",
  "Sheet/SheetPage",
].map { $0 + ".mustache" }

let package = Package(
  name: "prumo",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "prumo-bench", targets: ["prumo-bench"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // 0 Assets: templates, style sheet, catalogue and tables, carried inside the program.
    .target(name: "CAssets", path: "Sources/0-Assets/CAssets"),
    floor("0-Assets", "Assets", ["CAssets"]),
    tests("AssetsTests", ["Assets"]),

    // 1 Domain: pure values and functions.
    floor("1-Domain", "Vocabulary", []),
    floor("1-Domain", "Access", ["Vocabulary"]),
    floor("1-Domain", "Expressions", ["Vocabulary"]),
    floor("1-Domain", "Indicators", ["Vocabulary"]),
    floor("1-Domain", "Privacy", ["Access", "Vocabulary"]),
    tests("VocabularyTests", ["Vocabulary"]),
    tests("AccessTests", ["Access", "Vocabulary"]),
    tests("ExpressionsTests", ["Expressions", "Vocabulary"], exclude: ["Golden", "Vectors"]),
    tests("PrivacyTests", ["Access", "Privacy", "Vocabulary"]),
    tests("IndicatorsTests", ["Indicators", "Vocabulary"]),

    // 2 Files: what comes in.
    .systemLibrary(
      name: "CZlib", path: "Sources/2-Files/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CByteScan", path: "Sources/2-Files/CByteScan"),
    floor(
      "2-Files", "Extracts",
      ["Vocabulary", "CByteScan", "CZlib", .product(name: "Crypto", package: "swift-crypto")]),
    floor(
      "2-Files", "CatalogueReader",
      ["Access", "Indicators", "Privacy", "Vocabulary", .product(name: "Yams", package: "Yams")]),
    tests("ExtractsTests", ["Extracts", "Vocabulary", "CByteScan", "CZlib"]),
    tests(
      "CatalogueReaderTests", ["Access", "Assets", "CatalogueReader", "Indicators", "Privacy", "Vocabulary"],
      exclude: ["Golden"]),

    // 2 Secrets: passwords, tokens, second factors, signatures, sealed files.
    .systemLibrary(
      name: "CArgon2", path: "Sources/2-Secrets/CArgon2", pkgConfig: "libargon2",
      providers: [.apt(["libargon2-dev"])]),
    floor(
      "2-Secrets", "Secrets",
      [
        "Vocabulary", "CArgon2", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    tests("SecretsTests", ["Secrets", "Vocabulary"]),

    // 2 Network: what goes out, by one library: mail, and requests to an identity provider.
    .systemLibrary(
      name: "CLibCurl", path: "Sources/2-Network/CLibCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CTransfer", dependencies: ["CLibCurl"], path: "Sources/2-Network/CTransfer"),
    floor("2-Network", "Transfers", ["CTransfer", "Vocabulary"]),
    floor(
      "2-Network", "OpenID",
      [
        "Secrets", "Transfers", "Vocabulary", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    tests(
      "TransfersTests",
      [
        "Transfers", "Vocabulary", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    tests(
      "OpenIDTests",
      [
        "OpenID", "Secrets", "Transfers", "Vocabulary", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),

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
    floor(
      "2-Storage", "Records",
      [
        "Access", "Assets", "Indicators", "Privacy", "SQLStore", "Vocabulary",
        .product(name: "Crypto", package: "swift-crypto"),
      ], exclude: ["Migrations"]),
    .target(
      name: "TestSupport", dependencies: ["SQLStore", "SQLiteEngine", "PostgresEngine", "CLibPQ"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests(
      "StoreTests", ["SQLStore", "SQLiteEngine", "PostgresEngine", "TestSupport"], exclude: ["Golden"]),
    tests(
      "RecordsTests", ["Access", "Records", "SQLStore", "TestSupport", "Vocabulary"], exclude: ["Golden"]),

    // 3 Use cases: what a person can do.
    floor(
      "3-UseCases", "UseCases",
      [
        "Access", "Assets", "CatalogueReader", "Extracts", "Indicators", "Transfers", "OpenID", "Privacy",
        "Records", "SQLStore", "Secrets", "Vocabulary",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "TestCast", dependencies: ["Access", "Records", "SQLStore", "UseCases", "Vocabulary"],
      path: "Tests/TestCast", swiftSettings: strict),
    tests(
      "UseCasesTests",
      [
        "Access", "TestCast", "UseCases", "Extracts", "Indicators", "Transfers", "OpenID", "Privacy",
        "Records",
        "SQLStore",
        "SQLiteEngine", "Secrets", "TestSupport", "Vocabulary",
      ]),

    // 4 Delivery: what people and other programs see.
    floor("4-Delivery", "Charts", ["Vocabulary"]),
    tests("ChartsTests", ["Charts", "Vocabulary"], exclude: ["Golden"]),
    .systemLibrary(
      name: "CQRCode", path: "Sources/4-Delivery/CQRCode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]),
    floor("4-Delivery", "QRCodes", ["CQRCode", "Vocabulary"]),
    tests("QRCodesTests", ["QRCodes", "Vocabulary"]),
    floor(
      "4-Delivery", "Web",
      [
        "Access", "Assets", "CZlib", "Charts", "Extracts", "Indicators", "Privacy", "QRCodes", "UseCases",
        "Vocabulary",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], exclude: templates),
    tests(
      "WebTests",
      [
        "Access", "Assets", "Expressions", "Extracts", "Indicators", "OpenID", "Privacy", "Records",
        "SQLStore",
        "Secrets", "TestCast", "TestSupport", "UseCases", "Vocabulary", "Web",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], exclude: ["Golden"]),

    // 5 Programs: what is installed.
    .executableTarget(
      name: "prumo",
      dependencies: [
        "Access", "Extracts", "Indicators", "Transfers", "OpenID", "PostgresEngine", "Privacy", "Records",
        "SQLStore", "SQLiteEngine", "Secrets", "UseCases", "Vocabulary", "Web",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], path: "Sources/5-Programs/prumo", swiftSettings: strict),

    // The rules of the house, read from the sources themselves.
    tests("ArchitectureTests", []),

    // Measures `Extracts` beside its peers; run by bin/bench only.
    .executableTarget(
      name: "prumo-bench", dependencies: ["Extracts", "Vocabulary"], path: "Benchmarks/prumo-bench",
      swiftSettings: strict),
  ]
)
