import Foundation
import MusicXML
import Testing

@testable import engrave

@Suite struct Fixtures {
    static let folder = URL(filePath: #filePath).appending(path: "../../../../../Fixtures/Chorales").standardized

    static var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".txt") }
                .map { String($0.dropLast(4)) }.sorted()
        }
    }

    /// When this fails, engrave them again as `Fixtures/Chorales/README.md` says.
    @Test(arguments: try names)
    func `the scores are what engrave writes`(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8)
        let xml = Engraver.document(of: try Chorale(shorthand: text)).xml()
        let packed = try Data(contentsOf: Self.folder.appending(path: name + ".mxl"))
        #expect(try MXLArchive.read([UInt8](packed)).archive.score == xml)
        let plain = Self.folder.appending(path: name + ".musicxml")
        guard FileManager.default.fileExists(atPath: plain.path()) else { return }
        #expect(try [UInt8](Data(contentsOf: plain)) == xml)
    }
}
