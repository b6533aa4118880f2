// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "engrave",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Quartet", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "engrave",
            dependencies: [
                .product(name: "MusicXML", package: "Quartet"),
                .product(name: "ScoreModel", package: "Quartet"),
            ]),
        .testTarget(
            name: "EngraveTests",
            dependencies: [
                "engrave",
                .product(name: "MusicXML", package: "Quartet"),
                .product(name: "ScoreModel", package: "Quartet"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
