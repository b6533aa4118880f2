import Files
import TestSupport
import Testing

@Suite struct FileKindTests {
    @Test(arguments: [
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE score-partwise PUBLIC \"\" \"\">\n<score-partwise>", FileKind.musicxml),
        ("<!-- <mei> -->\n<score-timewise version=\"4.0\"/>", .musicxml),
        ("<mei xmlns=\"http://www.music-encoding.org/ns/mei\">", .mei),
        ("<museScore version=\"3.02\">", .musescore), ("<opus/>", .xml), ("<!-- only", .xml),
        ("<!DOCTYPE html><title>404</title>", .html), ("<HTML>", .html),
        ("<?xml version='1.0'?><!DOCTYPE score-partwise PUBLIC", .musicxml), ("\u{FEFF} <score-timewise>", .musicxml),
        ("<?xml version='1.0'?><urlset>", .xml), ("<!DOCTYPE opus><opus>", .xml), ("<title>Log in</title>", .html),
        ("<!doctype HTML><p>MThd", .html), ("  <HTML>", .html),
        (String(repeating: "\u{0}", count: 128) + "MThd", .midi), ("GIF89a", .text), ("PK\u{5}\u{6}", .zip),
        ("!!!COM: Bach\r\n**kern\t**kern\r\n", .kern), ("**text\t**kern\n", .kern),
        ("!!!COM: Bach\n**kern\t**kern\n", .kern), ("**kern\n4c\n", .kern), ("X:1\nT:Tune\nK:C\n", .abc),
        ("\\version \"2.24.0\"\n{ c' }", .lilypond), ("file,split\na,b\n", .text), ("", .empty), (" \n\t", .empty),
        ("%PDF-1.7", .pdf), ("MThd\0\0\0\u{6}", .midi), ("RIFF\0\0\0\0RMIDdata", .rmid), ("SMF2CLIP", .midi2),
        ("SQLite format 3\0", .sqlite), ("\u{1}\u{2}\u{3}", .data), ("RIFF\0\0\0\0WAVEfmt ", .data),
    ])
    func `kinds are told by the bytes`(_ text: String, _ kind: FileKind) {
        #expect(FileKind(content: Array(text.utf8)) == kind)
    }

    @Test(arguments: [true, false]) func `UTF-16 is read with and without a mark`(_ hasMark: Bool) {
        for isBig in [true, false] {
            let units = Array(((hasMark ? "\u{FEFF}" : "") + "<?xml version='1.0'?><score-partwise>").utf16)
            let bytes = units.flatMap {
                isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            }
            #expect(FileKind(content: bytes) == .musicxml)
        }
    }

    @Test(arguments: [
        (["META-INF/container.xml", "a.xml", "b.xml"], FileKind.mxl), (["score.musicxml", "picture.png"], .mxl),
        (["a.xml", "b.xml"], .zip), (["a.mid"], .zip), ([], .zip),
        (["score.mscx", "META-INF/container.xml"], .musescore),
    ])
    func `archives are told by their entries`(_ names: [String], _ kind: FileKind) {
        var bytes = Array("PK".utf8)
        for name in names {
            bytes += [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [UInt8(name.utf8.count), 0, 0, 0]
            bytes += Array(name.utf8)
        }
        #expect(FileKind(content: bytes) == kind)
    }

    @Test(arguments: Fixture.all(in: "Chorales", withExtension: "mxl")) func `an archive's beginning is enough`(
        _ file: Fixture
    ) throws {
        #expect(FileKind(content: Array(try file.bytes.prefix(1 << 16))) == .mxl)
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}", [FileKind.zip, .mxl, .musescore]), ("<", [.xml, .text, .data]),
        ("<!--", [.xml, .text, .data]),
        ("RIFF\0\0\0\0RMID", [.rmid]), ("%PDF", [.pdf]),
    ])
    func `whatever follows the beginning`(_ head: String, _ kinds: [FileKind]) {
        var random = SeededGenerator(1)
        for _ in 0..<300 {
            let tail = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let kind = FileKind(content: Array(head.utf8) + tail)
            #expect(kinds.contains(kind), "\(tail)")
        }
    }
}
