import ArgumentParser
import Foundation

/// A score of any size, made by repeating the chorales in `Fixtures`, so that a fresh clone has something to measure.
struct SyntheticScore {
    /// What there is more of in a larger score.
    enum Direction: String, CaseIterable, ExpressibleByArgument {
        case measures
        case parts
    }

    /// The measures of each voice as XML, all chorales one after another.
    private let voices: [[UInt8]]

    /// Reads the chorales.
    init() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../../../Fixtures/Chorales").standardized.path()
        let chorales = Input.find([folder]).filter { $0.path.hasSuffix(".mxl") }
            .map { SyntheticScore.parts(of: $0.xml) }
        guard let voiceCount = chorales.map(\.count).min() else { throw ValidationError("no chorales in \(folder)") }
        voices = (0..<voiceCount).map { voice in Array(chorales.map { $0[voice] }.joined()) }
    }

    /// A score of at least so many bytes.
    func xml(bytes: Int, growing direction: Direction = .measures) -> [UInt8] {
        let once = voices.reduce(0) { $0 + $1.count }
        let times = max(1, (bytes + once - 1) / once)
        let parts = direction == .parts ? times * voices.count : voices.count
        var xml = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<score-partwise version=\"4.0\">\n".utf8)
        xml += "  <part-list>\n".utf8
        for part in 0..<parts {
            xml += "    <score-part id=\"P\(part)\">\n      <part-name>Part \(part)</part-name>\n".utf8
            xml += "    </score-part>\n".utf8
        }
        xml += "  </part-list>\n".utf8
        for part in 0..<parts {
            xml += "  <part id=\"P\(part)\">".utf8
            for _ in 0..<(direction == .measures ? times : 1) { xml += voices[part % voices.count] }
            xml += "\n  </part>\n".utf8
        }
        return xml + "</score-partwise>\n".utf8
    }

    /// What stands in the `part` elements, without the white space at its end.
    private static func parts(of xml: [UInt8]) -> [ArraySlice<UInt8>] {
        let starts = xml.ranges(of: Array("<part id=".utf8)).map(\.upperBound)
        let ends = xml.ranges(of: Array("</measure>\n  </part>".utf8)).map { $0.lowerBound + "</measure>".utf8.count }
        return zip(starts, ends).map { start, end in xml[start..<end].drop { $0 != UInt8(ascii: ">") }.dropFirst() }
    }
}
