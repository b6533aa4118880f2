// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "fit-harmony",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Quartet", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "fit-harmony",
            dependencies: [
                .product(name: "Counterpoint", package: "Quartet"),
                .product(name: "MusicXML", package: "Quartet"),
                .product(name: "ScoreModel", package: "Quartet"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
