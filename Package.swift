// swift-tools-version: 6.3
import PackageDescription

/// Arrows between modules point downwards only; `scripts/test` builds with
/// `--explicit-target-dependency-import-check error`, so an import that is not listed here fails. The same script makes
/// every warning an error; a newcomer with a newer compiler is not stopped by a new warning.
let swiftSettings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (Context.environment["LANDGRADE_WARNINGS"] == "error" ? [.treatAllWarnings(as: .error)] : [])

/// For code that runs once for a command: a package that people download has a size, and none of this has to be fast.
let small = swiftSettings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// The service stands on two dozen packages. `scripts/build` leaves them out until somebody wants the service, so that
/// the first look-up does not wait for their download.
let withoutService = Context.environment["LANDGRADE_WITHOUT"] == "service"

/// Set by `scripts/fuzz`: the program that it runs is built instead of the tests.
let fuzzes = Context.environment["LANDGRADE_FUZZ"] == "1"

let bigInt: Target.Dependency = .product(name: "BigInt", package: "BigInt")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")

let web: [Target.Dependency] = [
    hummingbird,
    hummingbirdCore,
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    mustache,
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = swiftSettings
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func program(
    _ name: String, _ dependencies: [Target.Dependency], _ settings: [SwiftSetting] = swiftSettings
) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

/// What tests share is a test target itself, so that a build without tests leaves it out; a program can stand on it
/// where it is none.
func support(_ name: String, _ dependencies: [Target.Dependency], path: String) -> Target {
    fuzzes
        ? .target(name: name, dependencies: dependencies, path: path, swiftSettings: swiftSettings)
        : .testTarget(name: name, dependencies: dependencies, path: path, swiftSettings: swiftSettings)
}

/// Floors, from the lowest: a module imports only what stands on a floor below it, or before it on its own.
let libraries: [Target] = [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CByteVectors"),
    .target(name: "CDatabaseFiles", dependencies: ["CSQLite"]),
    .target(name: "CEmbedded", exclude: ["data", "pages"]),
    .target(name: "CSystemCalls"),
    .target(name: "CWorkbookFiles", dependencies: ["CSystemCalls"]),
]

let ground: [Target] = [
    module("GradeModel"),
    module("SourceDocuments"),
    module("StrictJSON"),
    module("SystemSupport", ["CSystemCalls", system], small),
    module("TabularText", ["CByteVectors", "CEmbedded", "SystemSupport"]),
]

let formats: [Target] = [
    module(
        "EditionPackage", ["GradeModel", "StrictJSON", "SystemSupport", "TabularText", crypto, system], small),
    module("SQLite", ["CDatabaseFiles", "CSQLite"]),
    module("GradeStore", ["CDatabaseFiles", "CSystemCalls", "GradeModel", "SQLite", "SystemSupport", crypto, system]),
    module("SignedFeed", ["GradeModel", "StrictJSON", "SystemSupport", crypto]),
    module(
        "TableFiles", ["CExpat", "CMinizip", "GradeModel", "SQLite", "SystemSupport", "TabularText", system]),
    module(
        "DocumentReading", ["SourceDocuments", "SystemSupport", "TableFiles", "TabularText", system]),
]

let rules: [Target] = [
    module("PlaceMatching", ["CEmbedded", "GradeModel"]),
    module("AnswerRendering", ["GradeModel", "StrictJSON", "SystemSupport", "TabularText"]),
    module("ParcelValidation", ["GradeModel", "PlaceMatching", "SystemSupport", "TabularText"]),
    module("Valuation", ["GradeModel", bigInt], small),
    module(
        "GradeLookup",
        [
            "AnswerRendering", "CEmbedded", "EditionPackage", "GradeModel", "GradeStore", "ParcelValidation",
            "PlaceMatching", "SystemSupport", "Valuation",
        ]),
]

let jobs: [Target] = [
    module(
        "CommandSupport",
        [
            "AnswerRendering", "CSystemCalls", "GradeModel", "StrictJSON", "SystemSupport", "TabularText",
            argumentParser, system,
        ], small),
    module(
        "ListChecking",
        [
            "CommandSupport", "GradeLookup", "GradeModel", "GradeStore", "ParcelValidation", "PlaceMatching",
            "StrictJSON",
            "SystemSupport", "TableFiles", "TabularText",
        ], small),
    module(
        "VillageMap",
        [
            "AnswerRendering", "GradeLookup", "GradeModel", "GradeStore", "ParcelValidation", "SystemSupport",
            "TableFiles", "TabularText", system,
        ], small),
    module(
        "EditionPublishing",
        [
            "CSystemCalls", "EditionPackage", "GradeModel", "ParcelValidation", "SignedFeed", "StrictJSON",
            "SystemSupport",
            system,
        ]),
    module(
        "GazetteImport",
        [
            "CMinizip", "EditionPackage", "EditionPublishing", "GradeModel", "PlaceMatching", "SourceDocuments",
            "StrictJSON", "SystemSupport", "TableFiles", "TabularText", system,
        ]),
    module(
        "FeedClient",
        [
            "CCurl", "EditionPackage", "GradeModel", "GradeStore", "SignedFeed", "StrictJSON", "SystemSupport", system,
        ]),
]

let programs: [Target] = [
    program(
        "landgrade",
        [
            "AnswerRendering", "CommandSupport", "EditionPackage", "GradeLookup", "GradeModel", "GradeStore",
            "ListChecking", "ParcelValidation", "PlaceMatching", "SQLite", "StrictJSON", "SystemSupport", "TableFiles",
            "TabularText", "VillageMap", argumentParser, system,
        ], small),
    program(
        "landgrade-sync",
        [
            "AnswerRendering", "CommandSupport", "FeedClient", "GradeLookup", "GradeModel", "GradeStore", "SignedFeed",
            "StrictJSON", "SystemSupport", argumentParser, system,
        ]),
    program(
        "landgrade-publish",
        [
            "AnswerRendering", "CommandSupport", "DocumentReading", "EditionPackage", "EditionPublishing",
            "GazetteImport", "GradeModel", "PlaceMatching", "SignedFeed", "SourceDocuments", "StrictJSON",
            "SystemSupport", "TabularText", argumentParser, system,
        ]),
    program(
        "landgrade-workbook",
        [
            "AnswerRendering", "CWorkbookFiles", "CXLSXWriter", "CommandSupport", "StrictJSON", "SystemSupport",
            "TabularText", argumentParser, system,
        ]),
]

let service: [Target] = [
    module(
        "LookupService",
        [
            "AnswerRendering", "CEmbedded", "GradeLookup", "GradeModel", "GradeStore", "ParcelValidation",
            "PlaceMatching", "StrictJSON", "SystemSupport", "TabularText", "VillageMap", mustache, system,
        ]),
    program(
        "landgrade-serve",
        [
            "AnswerRendering", "CEmbedded", "CSystemCalls", "CommandSupport", "GradeLookup", "GradeModel", "GradeStore",
            "ListChecking", "LookupService", "ParcelValidation", "StrictJSON", "SystemSupport", "TableFiles",
            "TabularText", "VillageMap", argumentParser, system,
        ] + web),
]

let serviceTests: [Target] = [
    tests(
        "LookupServiceTests",
        ["SystemSupport", "LookupService", "AnswerRendering", "CEmbedded", "GradeModel", "StrictJSON"]),
    tests(
        "ServeTests",
        [
            "TestSupport", "GradeModel", "landgrade", "landgrade-publish", "landgrade-serve", "StrictJSON", system,
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        ]),
]

let testSupport: [Target] = [
    support("TestSupport", ["CSQLite", "GradeModel", "TabularText", subprocess, system], path: "Tests/TestSupport"),
    // What must hold for any bytes, and the slow readers that the fast ones are held against.
    support(
        "FuzzChecks",
        [
            "TestSupport", "DocumentReading", "GradeModel", "GradeStore", "ParcelValidation",
            "PlaceMatching", "SignedFeed", "SourceDocuments", "SystemSupport", "TableFiles", "TabularText", system,
        ],
        path: "Tests/Fuzz/Checks"),
]

let fuzzer: [Target] = [
    .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
        name: "fuzz", dependencies: ["CFuzzer", "FuzzChecks"], path: "Tests/Fuzz/Driver", swiftSettings: swiftSettings),
]

/// What `scripts/bench serve` holds the service beside: built by that script alone, against the same checkouts.
let yardsticks: [Target] =
    Context.environment["LANDGRADE_YARDSTICKS"] == nil
    ? []
    : [
        .executableTarget(
            name: "bare-router", dependencies: [hummingbird, hummingbirdCore], path: "scripts/benchmarks/bare-router",
            swiftSettings: swiftSettings)
    ]

let testTargets: [Target] = [
    tests("FuzzTests", ["FuzzChecks", "TestSupport"]),
    tests("GradeModelTests", ["GradeModel"]),
    tests("ValuationTests", ["GradeModel", "Valuation"]),
    tests("SystemSupportTests", ["SystemSupport", system]),
    tests("StrictJSONTests", ["StrictJSON"]),
    tests("TabularTextTests", ["SystemSupport", "FuzzChecks", "TestSupport", "TabularText", "TableFiles"]),
    tests(
        "DocumentReadingTests",
        ["SystemSupport", "TestSupport", "DocumentReading", "SourceDocuments", "TabularText", "TableFiles", system]),
    tests(
        "EditionPackageTests",
        [
            "SystemSupport", "TestSupport", "EditionPackage", "EditionPublishing", "GradeModel", "StrictJSON",
            "TabularText", system,
        ]),
    tests(
        "GazetteImportTests",
        [
            "TestSupport", "GazetteImport", "DocumentReading", "EditionPackage", "EditionPublishing", "GradeModel",
            "SourceDocuments", "StrictJSON", "SystemSupport", "TableFiles", "TabularText", system,
        ]),
    tests(
        "GradeStoreTests", ["SystemSupport", "FuzzChecks", "TestSupport", "GradeStore", "GradeModel", "SQLite", system]),
    tests("PlaceMatchingTests", ["TestSupport", "PlaceMatching", "GradeModel"]),
    tests(
        "AnswerRenderingTests",
        ["TestSupport", "AnswerRendering", "GradeModel", "StrictJSON", "SystemSupport", "TabularText", system]),
    tests(
        "SignedFeedTests",
        ["SystemSupport", "FuzzChecks", "TestSupport", "SignedFeed", "GradeModel", "StrictJSON", crypto, system],
        exclude: ["Signed"]),
    tests(
        "FeedClientTests",
        ["SystemSupport", "TestSupport", "FeedClient", "landgrade-sync", "StrictJSON", crypto, subprocess, system]),
    tests(
        "GradeLookupTests",
        ["TestSupport", "GradeLookup", "GradeModel", "GradeStore", "PlaceMatching", "EditionPackage", system]),
    tests(
        "ParcelValidationTests",
        [
            "SystemSupport", "FuzzChecks", "TestSupport", "ParcelValidation", "GradeModel", "PlaceMatching",
            "TabularText",
        ]),
    tests(
        "WorkbookTests",
        ["SystemSupport", "TestSupport", "CommandSupport", "StrictJSON", "TabularText", "landgrade-workbook", system]),
    tests(
        "TableFilesTests",
        [
            "SystemSupport",
            "FuzzChecks", "TestSupport", "TableFiles", "ParcelValidation", "GradeModel", "TabularText",
            system,
        ],
        exclude: ["Files"]),
    tests("VillageMapTests", ["TestSupport", "TableFiles", "VillageMap"]),
    tests(
        "CommandTests",
        [
            "TestSupport", "landgrade", "landgrade-publish", "landgrade-sync", "landgrade-workbook",
            "CDatabaseFiles", "StrictJSON", system,
        ],
        exclude: ["Cases"]),
]

let servicePackages: [Package.Dependency] = [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
]

let package = Package(
    name: "landgrade",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "landgrade", targets: ["landgrade"]),
        .executable(name: "landgrade-publish", targets: ["landgrade-publish"]),
        .executable(name: "landgrade-sync", targets: ["landgrade-sync"]),
        .executable(name: "landgrade-workbook", targets: ["landgrade-workbook"]),
    ] + (withoutService ? [] : [.executable(name: "landgrade-serve", targets: ["landgrade-serve"])]),
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    ] + (withoutService ? [] : servicePackages),
    targets: libraries + ground + formats + rules + jobs + programs + (withoutService ? [] : service + yardsticks)
        + testSupport
        + (fuzzes ? fuzzer : testTargets + (withoutService ? [] : serviceTests)),
    swiftLanguageModes: [.v6]
)
