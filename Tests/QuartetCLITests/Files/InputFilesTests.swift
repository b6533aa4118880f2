import Foundation
import Testing

@testable import QuartetCLI

@Suite struct InputFilesTests {
    @Test func `folders stand for the scores in them`() throws {
        let folder = try TemporaryFolder()
        for name in ["b/two.mxl", "a.musicxml", "notes.txt", "b/one.mid"] {
            try OutputFile(path: folder.file(name)).makeFolder()
            try Data().write(to: URL(fileURLWithPath: folder.file(name)))
        }
        let found = try InputFile.find([folder.path, "missing.xml", "-"], .standard)
        #expect(found.map(\.relativePath) == ["a.musicxml", "b/one.mid", "b/two.mxl", "missing.xml", "-"])
        #expect(found[1].path == folder.file("b/one.mid"))
    }

    @Test func `more bytes than the limit are refused`() throws {
        let folder = try TemporaryFolder()
        try Data(count: 11).write(to: URL(fileURLWithPath: folder.file("a.mxl")))
        let file = InputFile(path: folder.file("a.mxl"), relativePath: "a.mxl")
        #expect(try file.read(limit: 11, console: .standard).count == 11)
        #expect(throws: FileError.self) { try file.read(limit: 10, console: .standard) }
    }
}
