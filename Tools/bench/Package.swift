// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "bench",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Quartet", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .systemLibrary(
            name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "CXMLReaders", dependencies: ["LibXML2"]),
        .executableTarget(
            name: "bench",
            dependencies: [
                "CXMLReaders",
                .product(name: "Counterpoint", package: "Quartet"),
                .product(name: "Harmonizer", package: "Quartet"),
                .product(name: "MusicXML", package: "Quartet"),
                .product(name: "ScoreModel", package: "Quartet"),
                .product(name: "StandardMIDI", package: "Quartet"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                .treatAllWarnings(as: .error),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
