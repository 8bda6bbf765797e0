// swift-tools-version: 6.3
import PackageDescription

// Built by scripts/fuzz, which links the modules and the checks under Sources; not a part of the main package.
let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "fuzz",
    targets: [
        .target(name: "CFuzzer"),
        .target(name: "CGB18030", exclude: ["pairs.txt"]),
        .target(name: "CCharacters", exclude: ["data"]),
        .target(name: "GradeModel", swiftSettings: swiftSettings),
        .target(name: "TabularText", dependencies: ["CGB18030"], swiftSettings: swiftSettings),
        .target(name: "PlaceMatching", dependencies: ["GradeModel", "CCharacters"], swiftSettings: swiftSettings),
        .target(
            name: "ParcelValidation", dependencies: ["GradeModel", "PlaceMatching", "TabularText"],
            swiftSettings: swiftSettings),
        .executableTarget(name: "records", dependencies: ["CFuzzer", "TabularText"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "validator",
            dependencies: ["CFuzzer", "ParcelValidation", "GradeModel", "PlaceMatching", "TabularText"],
            swiftSettings: swiftSettings),
    ],
    swiftLanguageModes: [.v6]
)
