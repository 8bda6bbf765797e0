// swift-tools-version: 6.3
import PackageDescription

// Built by scripts/fuzz, which links the modules and the checks under Sources; not a part of the main package.
let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    ],
    targets: [
        .target(name: "CFuzzer"),
        .target(name: "CGB18030", exclude: ["pairs.txt"]),
        .target(name: "CCharacters", exclude: ["data"]),
        .target(name: "GradeModel", swiftSettings: swiftSettings),
        .target(name: "TabularText", dependencies: ["CGB18030", "SystemSupport"], swiftSettings: swiftSettings),
        .target(name: "PlaceMatching", dependencies: ["GradeModel", "CCharacters"], swiftSettings: swiftSettings),
        .target(
            name: "ParcelValidation", dependencies: ["GradeModel", "PlaceMatching", "SystemSupport", "TabularText"],
            swiftSettings: swiftSettings),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3"),
        .target(name: "StrictJSON", swiftSettings: swiftSettings),
        .target(
            name: "SignedFeed", dependencies: ["GradeModel", "StrictJSON", "SystemSupport", crypto],
            swiftSettings: swiftSettings),
        .target(name: "CFileSystem"),
        .target(name: "CDatabaseFiles", dependencies: ["CSQLite"]),
        .target(name: "SystemSupport", dependencies: ["CFileSystem", system], swiftSettings: swiftSettings),
        .target(
            name: "GradeStore",
            dependencies: ["GradeModel", "CFileSystem", "CSQLite", "CDatabaseFiles", "SystemSupport", crypto, system],
            swiftSettings: swiftSettings),
        .systemLibrary(name: "CMinizip"),
        .systemLibrary(name: "CExpat"),
        .target(
            name: "WorkbookTable", dependencies: ["CExpat", "CMinizip", "SystemSupport", "TabularText"],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "workbook", dependencies: ["CFuzzer", "TabularText", "WorkbookTable"], swiftSettings: swiftSettings),
        .target(
            name: "LayerTable",
            dependencies: ["CDatabaseFiles", "CSQLite", "SystemSupport", "TabularText", system],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "layer", dependencies: ["CFuzzer", "CSQLite", "LayerTable", "TabularText", system],
            swiftSettings: swiftSettings),
        .executableTarget(name: "dbf", dependencies: ["CFuzzer", "TabularText"], swiftSettings: swiftSettings),
        .executableTarget(name: "records", dependencies: ["CFuzzer", "TabularText"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "validator",
            dependencies: ["CFuzzer", "ParcelValidation", "GradeModel", "PlaceMatching", "TabularText"],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "signature", dependencies: ["CFuzzer", "SignedFeed", crypto], swiftSettings: swiftSettings),
        .executableTarget(
            name: "manifest", dependencies: ["CFuzzer", "GradeModel", "SignedFeed"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "generation", dependencies: ["CFuzzer", "GradeStore", "GradeModel", system],
            swiftSettings: swiftSettings),
        .target(name: "SourceDocuments", swiftSettings: swiftSettings),
        .target(
            name: "DocumentReading",
            dependencies: ["CFileSystem", "SourceDocuments", "SystemSupport", "TabularText", "WorkbookTable", system],
            swiftSettings: swiftSettings),
    ]
        + ["word", "opendocument", "sheets", "page", "text", "pdf"].map { name in
            .executableTarget(
                name: name,
                dependencies: ["CFuzzer", "DocumentReading", "SourceDocuments", "TabularText", "WorkbookTable"],
                swiftSettings: swiftSettings)
        },
    swiftLanguageModes: [.v6]
)
