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

/// The service stands on two dozen packages. `scripts/build` leaves them out until somebody wants the service, so that
/// the first look-up does not wait for their download.
let withoutService = Context.environment["LANDGRADE_WITHOUT"] == "service"

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

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let leaves: [Target] = [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CCharacters", exclude: ["data"]),
    .target(name: "CFileSystem"),
    .target(name: "CGB18030"),
    .target(name: "CSeeds"),
    .target(name: "CDatabaseFiles", dependencies: ["CSQLite"]),
    .target(name: "CServicePages", exclude: ["files"]),
    .target(name: "CWorkbookFiles"),
    module("GradeModel"),
    module("SourceDocuments"),
    module("StrictJSON"),
    module("SystemSupport", ["CFileSystem", system]),
    module("TabularText", ["CGB18030"]),
]

let access: [Target] = [
    module(
        "EditionPackage",
        ["CFileSystem", "GradeModel", "StrictJSON", "SystemSupport", "TabularText", crypto, system]),
    module("GradeStore", ["GradeModel", "CFileSystem", "CSQLite", "CDatabaseFiles", crypto, system]),
    module("WorkbookTable", ["CExpat", "CMinizip", "TabularText"]),
    module("DocumentReading", ["CFileSystem", "SourceDocuments", "TabularText", "WorkbookTable", system]),
    module("PlaceMatching", ["GradeModel", "CCharacters"]),
    module("AnswerRendering", ["GradeModel", "StrictJSON", "TabularText"]),
    module("SignedFeed", ["GradeModel", "StrictJSON", crypto]),
    module("LayerTable", ["CDatabaseFiles", "CSQLite", "SystemSupport", "TabularText", system]),
    module("FileTransfer", ["CCurl", crypto, system]),
    module("WorkbookStream", ["StrictJSON"]),
]

let work: [Target] = [
    module("GradeLookup", ["GradeModel", "GradeStore", "PlaceMatching"]),
    module("ParcelValidation", ["GradeModel", "PlaceMatching", "TabularText"]),
    module(
        "FeedClient",
        ["SignedFeed", "FileTransfer", "EditionPackage", "GradeStore", "GradeModel", "StrictJSON", system]),
    module(
        "GazetteImport",
        ["EditionPackage", "GradeModel", "PlaceMatching", "SourceDocuments", "StrictJSON", "TabularText", system]),
    module(
        "ReviewWorkbook",
        [
            "CMinizip", "EditionPackage", "GazetteImport", "GradeModel", "SourceDocuments", "TabularText",
            "WorkbookTable", system,
        ]),
    module(
        "FeedPublishing",
        ["SignedFeed", "EditionPackage", "GradeModel", "CFileSystem", "SystemSupport", system]),
]

let manners: [Target] = [
    module(
        "CommandSupport",
        [
            "CFileSystem", "GradeModel", "StrictJSON", "SystemSupport", "TabularText", "WorkbookStream",
            argumentParser, system,
        ]),
    module(
        "StoreOpening", ["AnswerRendering", "CSeeds", "EditionPackage", "GradeLookup", "GradeModel", "GradeStore"]),
    module(
        "LookupService",
        ["AnswerRendering", "GradeLookup", "GradeModel", "GradeStore", "PlaceMatching", "StrictJSON", system]),
    module("ListOpening", ["ParcelValidation", "TabularText", "WorkbookTable"]),
    module(
        "StoreValidation",
        ["GradeLookup", "GradeModel", "GradeStore", "ParcelValidation", "PlaceMatching", "StrictJSON"]),
]

let programs: [Target] = [
    program(
        "landgrade",
        [
            "AnswerRendering", "CommandSupport", "EditionPackage", "GradeLookup", "GradeModel", "GradeStore",
            "LayerTable", "ListOpening", "ParcelValidation", "PlaceMatching", "StoreOpening", "StoreValidation",
            "StrictJSON", "TabularText", "WorkbookStream", argumentParser, system,
        ]),
    program(
        "landgrade-sync",
        [
            "AnswerRendering", "CommandSupport", "FeedClient", "FileTransfer", "GradeLookup", "GradeModel",
            "GradeStore", "SignedFeed", "StoreOpening", "StrictJSON", argumentParser, system,
        ]),
    program(
        "landgrade-publish",
        [
            "AnswerRendering", "CommandSupport", "DocumentReading", "EditionPackage", "FeedPublishing", "GazetteImport",
            "GradeModel", "PlaceMatching", "ReviewWorkbook", "SignedFeed", "SourceDocuments", "StrictJSON",
            "TabularText", argumentParser, system,
        ]),
    program(
        "landgrade-workbook",
        [
            "AnswerRendering", "CWorkbookFiles", "CXLSXWriter", "CommandSupport", "StrictJSON", "TabularText",
            "WorkbookStream", argumentParser, system,
        ]),
]

let service: [Target] = [
    module(
        "ServicePages",
        ["AnswerRendering", "GradeModel", "GradeStore", "LookupService", "ParcelValidation", mustache]),
    program(
        "landgrade-serve",
        [
            "AnswerRendering", "CFileSystem", "CServicePages", "CommandSupport", "GradeLookup", "GradeModel",
            "GradeStore", "LayerTable", "ListOpening", "LookupService", "ParcelValidation", "ServicePages",
            "StoreValidation",
            "StrictJSON",
            "TabularText",
            argumentParser, system,
        ] + web),
    tests("ServicePagesTests", ["ServicePages", "AnswerRendering", "CServicePages", "GradeModel"]),
    tests(
        "ServeTests",
        [
            "landgrade", "landgrade-publish", "landgrade-serve", "StrictJSON", subprocess, system,
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        ]),
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
    tests("GradeModelTests", ["GradeModel"]),
    tests("StrictJSONTests", ["StrictJSON"]),
    tests("TabularTextTests", ["TabularText", "WorkbookTable"]),
    tests("DocumentReadingTests", ["DocumentReading", "SourceDocuments", "TabularText", "WorkbookTable", system]),
    tests("EditionPackageTests", ["EditionPackage", "GradeModel", "StrictJSON", system]),
    tests(
        "GazetteImportTests",
        [
            "GazetteImport", "DocumentReading", "EditionPackage", "GradeModel", "SourceDocuments", "StrictJSON", system,
        ]),
    tests(
        "ReviewWorkbookTests",
        [
            "ReviewWorkbook", "EditionPackage", "GazetteImport", "GradeModel", "SourceDocuments", "TabularText",
            "WorkbookTable", system,
        ]),
    tests("GradeStoreTests", ["GradeStore", "GradeModel", "CSQLite", system]),
    tests("PlaceMatchingTests", ["PlaceMatching", "GradeModel"]),
    tests("AnswerRenderingTests", ["AnswerRendering", "GradeModel", "StrictJSON", "TabularText"]),
    tests(
        "SignedFeedTests", ["SignedFeed", "GradeModel", "StrictJSON", crypto, subprocess, system], exclude: ["Signed"]),
    tests("FileTransferTests", ["FileTransfer", "landgrade-sync", "StrictJSON", crypto, subprocess, system]),
    tests("GradeLookupTests", ["GradeLookup", "GradeModel", "GradeStore", "PlaceMatching", "EditionPackage", system]),
    tests("ParcelValidationTests", ["ParcelValidation", "GradeModel", "PlaceMatching", "TabularText"]),
    tests(
        "WorkbookTests",
        [
            "CommandSupport", "StrictJSON", "TabularText", "WorkbookStream", "landgrade-workbook", subprocess, system,
        ]),
    tests(
        "LayerTableTests",
        ["LayerTable", "ParcelValidation", "CSQLite", "GradeModel", "TabularText", subprocess, system],
        exclude: ["Files"]),
    tests("LookupServiceTests", ["LookupService", "AnswerRendering", "GradeModel", "StrictJSON"]),
    tests(
        "CommandTests",
        [
            "landgrade", "landgrade-publish", "landgrade-sync", "landgrade-workbook", "CSQLite", "CDatabaseFiles",
            "StrictJSON",
            subprocess,
            system,
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
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    ] + (withoutService ? [] : servicePackages),
    targets: leaves + access + work + manners + programs + testTargets + (withoutService ? [] : service + yardsticks),
    swiftLanguageModes: [.v6]
)
