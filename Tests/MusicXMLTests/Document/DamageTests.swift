import MusicXML
import ScoreModel
import Testing
import TestSupport

/// Damaged files: whatever the bytes, reading ends with a score or with an error that says where. `Tools/check-hostile` does the same
/// at length with the command.
@Suite struct DamageTests {
    static let fixtures = [
        Fixture("Semantics/tuplet-nested.musicxml"), Fixture("Semantics/encoding-utf-16-le.musicxml"),
        Fixture("Semantics/doctype.musicxml"), Fixture("Semantics/repeat-endings.musicxml"),
        Fixture("Malformed/mxl-good.mxl"),
    ]

    /// Reads bytes as far as they can be read.
    private func read(_ bytes: [UInt8]) throws {
        do throws(MusicXMLError) {
            let xml = bytes.starts(with: "PK".utf8) ? try MXLArchive.read(bytes).archive.score : bytes
            let document = try MusicXMLDocument(xml: xml)
            let again = try MusicXMLDocument(xml: document.xml())
            #expect(again.outline == document.outline)
            guard let layout = document.layout else { return }
            _ = try document.converted(to: layout == .partwise ? .timewise : .partwise).xml()
            _ = try document.score()
        } catch {
            #expect(!error.message.isEmpty)
        }
    }

    @Test(arguments: fixtures) func `files cut short`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes
        for percent in 0..<100 { try read(Array(bytes.prefix(bytes.count * percent / 100))) }
    }

    @Test(arguments: fixtures) func `flipped bytes`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes
        var random = SeededGenerator(1)
        for _ in 0..<400 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            try read(damaged)
        }
    }

    /// Elements are moved, doubled and dropped, and their text changed, so that the file stays well-formed and its meaning does not.
    @Test(arguments: fixtures.dropLast()) func `shuffled elements`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes
        var random = SeededGenerator(2)
        let texts = ["", "0", "-1", "99999999999999999999", "1e9", "4.5", "x", "1,2", "🎻", "-0.0000001", "2147483648"]
        for _ in 0..<150 {
            var document = try MusicXMLDocument(xml: bytes)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let nodes = document.elements
                guard let node = nodes.randomElement(using: &random) else { continue }
                let name = document.name(of: nodes.randomElement(using: &random) ?? node)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: document.remove(node)
                case 1: document.setText(texts.randomElement(using: &random) ?? "", of: node)
                case 2 where node != document.root: document.insert(.element(name, texts[1]), before: node)
                case 3: document.append(.element(name, texts.randomElement(using: &random) ?? ""), to: node)
                default:
                    document.setAttribute(
                        ["number", "id", "type"].randomElement(using: &random) ?? "",
                        to: texts.randomElement(using: &random), of: node)
                }
            }
            try read(document.xml())
        }
    }
}

extension MusicXMLDocument {
    /// All elements, in order.
    var elements: [Node] { elements(below: root) }

    private func elements(below node: Node) -> [Node] {
        [node] + children(of: node).filter { kind(of: $0) == .element }.flatMap { elements(below: $0) }
    }
}
