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

    @Test func `permissions stay`() throws {
        try OutputFile(path: folder.file("a")).write(Array("one".utf8), console: .standard)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.file("a"))
        try OutputFile(path: folder.file("a")).write(Array("two".utf8), console: .standard)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("a"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a folder is not replaced and nothing is left`() throws {
        try FileManager.default.createDirectory(atPath: folder.file("a"), withIntermediateDirectories: true)
        #expect(throws: FileError.self) { try OutputFile(path: folder.file("a")).write([1], console: .standard) }
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
