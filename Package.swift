// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Quartet",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "ScoreModel", targets: ["ScoreModel"]),
        .library(name: "MusicXML", targets: ["MusicXML"]),
        .library(name: "StandardMIDI", targets: ["StandardMIDI"]),
        .library(name: "Counterpoint", targets: ["Counterpoint"]),
        .library(name: "Harmonizer", targets: ["Harmonizer"]),
        .library(name: "Corpus", targets: ["Corpus"]),
        .executable(name: "quartet", targets: ["QuartetCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .systemLibrary(
            name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .systemLibrary(
            name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
        .target(name: "ScoreModel"),
        .target(
            name: "MusicXML", dependencies: ["ScoreModel", "CLibXML2", "CLibZip"],
            swiftSettings: [.strictMemorySafety()]),
        .target(name: "StandardMIDI", dependencies: ["ScoreModel"]),
        .target(name: "Counterpoint", dependencies: ["ScoreModel"]),
        .target(
            name: "Harmonizer",
            dependencies: [
                "ScoreModel", "Counterpoint", .target(name: "CBLAS", condition: .when(platforms: [.linux])),
            ],
            linkerSettings: [.linkedFramework("Accelerate", .when(platforms: [.macOS]))]),
        .target(name: "Files"),
        .target(
            name: "Collector", dependencies: ["Files", "CLibXML2", "CLibCurl"],
            swiftSettings: [.strictMemorySafety()]),
        .target(
            name: "Corpus",
            dependencies: ["ScoreModel", "Files", .product(name: "GRDB", package: "GRDB.swift")]),
        .executableTarget(
            name: "QuartetCLI",
            dependencies: [
                "ScoreModel", "MusicXML", "StandardMIDI", "Counterpoint", "Harmonizer", "Files", "Collector", "Corpus",
                "Yams", "SwiftCSV",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.copy("Models"), .copy("Recipes")]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "ScoreModelTests", dependencies: ["ScoreModel", "TestSupport"]),
        .testTarget(name: "MusicXMLTests", dependencies: ["MusicXML", "ScoreModel", "TestSupport"]),
        .testTarget(name: "StandardMIDITests", dependencies: ["StandardMIDI", "ScoreModel", "TestSupport"]),
        .testTarget(
            name: "CounterpointTests", dependencies: ["Counterpoint", "MusicXML", "ScoreModel", "TestSupport"]),
        .testTarget(
            name: "HarmonizerTests",
            dependencies: ["Harmonizer", "Counterpoint", "MusicXML", "ScoreModel", "TestSupport"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
        .testTarget(name: "CollectorTests", dependencies: ["Collector", "Files", "TestSupport"]),
        .testTarget(
            name: "CorpusTests",
            dependencies: [
                "Corpus", "Counterpoint", "ScoreModel", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "QuartetCLITests",
            dependencies: [
                "QuartetCLI", "Collector", "Corpus", "Counterpoint", "MusicXML", "ScoreModel", "TestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .treatAllWarnings(as: .error),
        ]
}
