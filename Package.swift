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

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

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
    .target(name: "CCharacters", exclude: ["data"]),
    .target(name: "CFileSystem"),
    .target(name: "CGB18030"),
    .target(name: "CSeeds"),
    module("GradeModel"),
    module("StrictJSON"),
    module("TabularText", ["CGB18030"]),
]

let access: [Target] = [
    module("EditionPackage", ["CFileSystem", "GradeModel", "StrictJSON", "TabularText", crypto, system]),
    module("GradeStore", ["GradeModel", "CFileSystem", "CSQLite", crypto, system]),
    module("PlaceMatching", ["GradeModel", "CCharacters"]),
    module("AnswerRendering", ["GradeModel", "StrictJSON", "TabularText"]),
    module("SignedFeed", ["GradeModel", "StrictJSON", crypto]),
    module("FileTransfer", ["CCurl", crypto, system]),
]

let work: [Target] = [
    module("GradeLookup", ["GradeModel", "GradeStore", "PlaceMatching"]),
    module("ParcelValidation", ["GradeModel", "PlaceMatching", "TabularText"]),
    module(
        "FeedClient",
        ["SignedFeed", "FileTransfer", "EditionPackage", "GradeStore", "GradeModel", "StrictJSON", system]),
    module("FeedPublishing", ["SignedFeed", "EditionPackage", "GradeModel", "CFileSystem", system]),
]

let manners: [Target] = [
    module("CommandSupport", ["GradeModel", argumentParser, system]),
    module(
        "StoreOpening", ["AnswerRendering", "CSeeds", "EditionPackage", "GradeLookup", "GradeModel", "GradeStore"]),
]

let programs: [Target] = [
    program(
        "landgrade",
        [
            "AnswerRendering", "CommandSupport", "EditionPackage", "GradeLookup", "GradeModel", "GradeStore",
            "ParcelValidation", "PlaceMatching", "StoreOpening", "StrictJSON", "TabularText", argumentParser, system,
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
            "AnswerRendering", "CommandSupport", "EditionPackage", "FeedPublishing", "GradeModel", "PlaceMatching",
            "SignedFeed",
            "StrictJSON", argumentParser, system,
        ]),
]

let testTargets: [Target] = [
    tests("GradeModelTests", ["GradeModel"]),
    tests("StrictJSONTests", ["StrictJSON"]),
    tests("TabularTextTests", ["TabularText"]),
    tests("EditionPackageTests", ["EditionPackage", "GradeModel", "StrictJSON", system]),
    tests("GradeStoreTests", ["GradeStore", "GradeModel", "CSQLite", system]),
    tests("PlaceMatchingTests", ["PlaceMatching", "GradeModel"]),
    tests("AnswerRenderingTests", ["AnswerRendering", "GradeModel", "StrictJSON", "TabularText"]),
    tests(
        "SignedFeedTests", ["SignedFeed", "GradeModel", "StrictJSON", crypto, subprocess, system], exclude: ["Signed"]),
    tests("FileTransferTests", ["FileTransfer", "landgrade-sync", "StrictJSON", crypto, subprocess, system]),
    tests("GradeLookupTests", ["GradeLookup", "GradeModel", "GradeStore", "PlaceMatching", "EditionPackage", system]),
    tests("ParcelValidationTests", ["ParcelValidation", "GradeModel", "PlaceMatching", "TabularText"]),
    tests(
        "CommandTests",
        ["landgrade", "landgrade-publish", "landgrade-sync", "CSQLite", "StrictJSON", subprocess, system],
        exclude: ["Cases"]),
]

let package = Package(
    name: "landgrade",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "landgrade", targets: ["landgrade"]),
        .executable(name: "landgrade-publish", targets: ["landgrade-publish"]),
        .executable(name: "landgrade-sync", targets: ["landgrade-sync"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    ],
    targets: leaves + access + work + manners + programs + testTargets,
    swiftLanguageModes: [.v6]
)
