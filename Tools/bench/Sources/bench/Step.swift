import ArgumentParser
import CXMLReaders
import MusicXML
import ScoreModel
import StandardMIDI

/// What is measured on a file. A new step is a case, its title, its work, and perhaps a ratio.
enum Step: String, CaseIterable, ExpressibleByArgument {
    case sax = "sax"
    case dom = "dom"
    case fileToDocument = "file-document"
    case documentToScore = "document-score"
    case fileToScore = "file-score"
    case documentToFile = "document-file"
    case scoreToFile = "score-file"
    case convert = "convert"
    case scoreToPerformance = "score-performance"
    case scoreToMIDI = "score-midi"

    /// How it is called in tables.
    var title: String {
        switch self {
        case .sax: "libxml2 SAX"
        case .dom: "libxml2 DOM"
        case .fileToDocument: "file → document"
        case .documentToScore: "document → Score"
        case .fileToScore: "file → Score"
        case .documentToFile: "document → file"
        case .scoreToFile: "Score → file"
        case .convert: "file → Score → file"
        case .scoreToPerformance: "Score → performance"
        case .scoreToMIDI: "Score → MIDI"
        }
    }

    /// The speeds that are set against each other: how many times as fast the first is as the second.
    static let ratios: [(Step, over: Step)] = [
        (.fileToDocument, .sax), (.fileToDocument, .dom),
        (.fileToScore, .sax), (.fileToScore, .dom),
        (.documentToFile, .fileToDocument), (.scoreToFile, .fileToScore),
    ]

    /// Makes everything ready, and returns what is to be timed.
    ///
    /// What the work makes is freed within it, as libxml2's tree is; what it is made from is not.
    func work(on xml: [UInt8]) throws -> () throws -> Void {
        switch self {
        case .sax:
            return { try Step.check(xml.withUnsafeBytes { sax_events($0.baseAddress, $0.count) > 0 }) }
        case .dom:
            return { try Step.check(xml.withUnsafeBytes { dom_build($0.baseAddress, $0.count) == 0 }) }
        case .fileToDocument:
            return { Step.use(try MusicXMLDocument(xml: xml)) }
        case .documentToScore:
            let document = try MusicXMLDocument(xml: xml)
            return { Step.use(try document.score()) }
        case .fileToScore:
            return { Step.use(try MusicXMLDocument(xml: xml).score()) }
        case .documentToFile:
            let document = try MusicXMLDocument(xml: xml)
            return { Step.use(document.xml()) }
        case .scoreToFile:
            let score = try MusicXMLDocument(xml: xml).score().score
            return { Step.use(score.musicXML()) }
        case .convert:
            return { Step.use(try MusicXMLDocument(xml: xml).score().score.musicXML()) }
        case .scoreToPerformance:
            let score = try MusicXMLDocument(xml: xml).score().score
            return { Step.use(Performance(score)) }
        case .scoreToMIDI:
            let score = try MusicXMLDocument(xml: xml).score().score
            return { Step.use(score.midiFile().file.bytes()) }
        }
    }

    /// Keeps the optimizer from leaving out work whose result nobody reads.
    @inline(never) private static func use<Value>(_ value: Value) { withExtendedLifetime(value) {} }

    private static func check(_ isWellFormed: Bool) throws {
        guard isWellFormed else { throw ValidationError("libxml2 could not read a file that Quartet read") }
    }
}
