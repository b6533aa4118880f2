import Collector
import TestSupport
import Testing

@Suite struct ContentTests {
    @Test(
        arguments: [
            ("MThd\u{0}\u{0}", .midi), (String(repeating: "\u{0}", count: 128) + "MThd", .midi),
            ("RIFF1234RMIDdata", .rmid),
            ("RIFF1234WAVEdata", .other), ("SMF2CLIP", .midi2), ("PK\u{3}\u{4}a.mid", .zip), ("PK\u{5}\u{6}", .zip),
            ("PK\u{3}\u{4}META-INF/container.xml score.xml", .mxl),
            ("PK\u{3}\u{4}META-INF/container.xml score.mscx", .zip),
            ("<?xml version='1.0'?><!DOCTYPE score-partwise PUBLIC", .musicxml),
            ("\u{FEFF} <score-timewise>", .musicxml),
            ("<?xml version='1.0'?><urlset>", .other), ("!!!COM: Bach\n**kern\t**kern\n", .kern),
            ("**text\t**kern\n", .kern),
            ("<!doctype HTML><p>MThd", .html), ("  <HTML>", .html), ("<title>Log in</title>", .html),
            ("GIF89a", .other), ("", .other),
            ("X:1\nT:abc", .other),
        ] as [(String, Content)]) func `what bytes are`(_ text: String, _ content: Content)
    {
        #expect(Content(Array(text.utf8)) == content)
    }

    @Test func `MusicXML in UTF-16`() {
        let text = "<?xml version=\"1.0\"?><score-partwise>".utf16
        #expect(Content([0xFF, 0xFE] + text.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == .musicxml)
        #expect(Content(text.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == .musicxml)
    }

    @Test(arguments: Fixture.all(in: "Chorales", withExtension: "mxl")) func `archives of scores`(_ file: Fixture)
        throws
    {
        #expect(Content(Array(try file.bytes.prefix(1 << 16))) == .mxl)
    }
}
