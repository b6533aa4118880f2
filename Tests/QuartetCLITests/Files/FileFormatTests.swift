import Testing

@testable import QuartetCLI

@Suite struct FileFormatTests {
    @Test(arguments: [
        ("PK\u{3}\u{4}", FileFormat.mxl), ("MThd", .midi), ("RIFF", .midi), ("SMF2CLIP", .midi2),
        ("RIFF....RMID", .rmid), ("garbage MThd", .midi), ("<a/>", .musicxml),
        ("\u{FEFF}<a/>", .musicxml), ("\n <a/>", .musicxml), ("\0<\0a", .musicxml), ("<\0a\0", .musicxml),
    ])
    func `content tells the format`(_ content: String, format: FileFormat) {
        #expect(FileFormat(content: Array(content.utf8)) == format)
    }

    @Test(arguments: ["", "text", "\0\0", "P"]) func `other content has none`(_ content: String) {
        #expect(FileFormat(content: Array(content.utf8)) == nil)
    }

    @Test(arguments: [
        ("a.musicxml", FileFormat.musicxml), ("a.b.XML", .musicxml), ("a.mxl", .mxl), ("a.MID", .midi),
        ("a.kar", .midi), ("a.rmi", .rmid), ("a.midi2", .midi2),
    ])
    func `names ask for a format`(_ name: String, format: FileFormat) { #expect(FileFormat(fileName: name) == format) }

    @Test(arguments: ["a", "a.pdf", "mxl"]) func `other names ask for none`(_ name: String) {
        #expect(FileFormat(fileName: name) == nil)
    }
}
