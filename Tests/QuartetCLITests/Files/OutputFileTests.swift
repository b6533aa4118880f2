import Foundation
import Testing

@testable import QuartetCLI

@Suite struct OutputFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.file(name), encoding: .utf8)
    }

    @Test func `a file replaces the one before it`() throws {
        for content in ["one", "two"] {
            try OutputFile(path: folder.file("a")).write(Array(content.utf8), console: .standard)
        }
        #expect(try text("a") == "two")
        #expect(folder.contents == ["a"])
    }

    @Test func `a link stays a link`() throws {
        try OutputFile(path: folder.file("real")).write(Array("old".utf8), console: .standard)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("real"))
        try OutputFile(path: folder.file("link")).write(Array("new".utf8), console: .standard)
        #expect(try text("real") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == folder.file("real"))
    }

    @Test func `a device is written to and not replaced`() throws {
        try OutputFile(path: "/dev/null").write(Array("gone".utf8), console: .standard)
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
    }
}
