public import ScoreModel

/// A picture of some measures of a score, as SVG.
///
/// Notes and rests are set from the score's own values, in written pitch: a choir of four parts on a grand staff, other music on a staff a
/// part. Lines and signs have the text's colour; marked notes have a colour of their own, which a page may choose as `--mark`, and a ring.
///
///     let picture = ScorePicture(score, parts: [0, 1, 2, 3], measures: 0..<2, title: "Measures 1 and 2")
///     page += ScorePicture.symbols  // once
///     page += picture.svg(id: "first")
public struct ScorePicture: Sendable {
    /// A note of a score.
    public struct Mark: Hashable, Sendable {
        /// The index of its part in ``Score/parts``.
        public var part: Int
        /// Its index in ``Part/notes``.
        public var note: Int

        /// A note of a score.
        public init(part: Int, note: Int) {
            self.part = part
            self.note = note
        }
    }

    /// A line between two notes: those of an interval, or a note and the one that it moves to.
    public struct Join: Hashable, Sendable {
        /// Where it begins.
        public var from: Mark
        /// Where it ends.
        public var to: Mark

        /// A line between two notes.
        public init(from: Mark, to: Mark) {
            self.from = from
            self.to = to
        }
    }

    /// A short text under the staves.
    public struct Caption: Hashable, Sendable {
        /// What it is about. Each has a line of its own, in this order.
        public enum Row: String, Sendable, CaseIterable {
            /// Single tones, such as the figures of a suspension.
            case tones
            /// Chords.
            case chords
            /// Phrases, such as a cadence.
            case phrases
        }

        /// When, in quarter notes from the start of the piece; it stands in the column of the notes that begin then.
        public var time: Fraction
        /// What it says.
        public var text: String
        /// The line that it stands in.
        public var row: Row

        /// A short text.
        public init(at time: Fraction, _ text: String, row: Row) {
            self.time = time
            self.text = text
            self.row = row
        }
    }

    private let title: String
    private let description: String
    /// What is drawn.
    let engraving: Engraving

    /// A picture.
    ///
    /// - Parameters:
    ///   - score: The score.
    ///   - parts: Indices of the parts that are drawn, from top to bottom; those that the score lacks are left out.
    ///   - measures: Indices of the measures; those that the score lacks are left out.
    ///   - marks: Notes that stand out. A tie does not carry a mark on.
    ///   - joins: Lines between notes.
    ///   - captions: Short texts under the staves. Columns are as wide as they need.
    ///   - title: What the picture is called.
    ///   - description: What it shows, for those who do not see it. What found no room in the picture is added.
    public init(
        _ score: Score, parts: [Int], measures: Range<Int>, marks: [Mark] = [], joins: [Join] = [],
        captions: [Caption] = [], title: String, description: String = ""
    ) {
        engraving = Engraving(
            score, parts: parts, measures: measures, marks: Set(marks), joins: joins, captions: captions)
        self.title = title
        self.description = ([description] + engraving.omissions).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The outlines of all signs, which a page holds once, before or after its pictures.
    public static var symbols: String {
        "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"
            + MusicSign.allCases.map(\.definition).joined() + "</defs></svg>"
    }

    /// The picture as an element of a page that has the ``symbols``.
    ///
    /// - Parameter id: What the ids of its title and its description begin with; no two pictures of a page may share it.
    public func svg(id: String) -> String { element(id: id, attributes: "", definitions: "") }

    /// The picture as a file of its own.
    public var document: String {
        let definitions = engraving.signs.sorted { $0.rawValue < $1.rawValue }.map(\.definition).joined()
        return element(
            id: "picture", attributes: " xmlns=\"http://www.w3.org/2000/svg\"",
            definitions: "<style>@media (prefers-color-scheme: dark) { svg { color: #e6e6e6 } }</style>"
                + "<defs>\(definitions)</defs>")
    }

    private func element(id: String, attributes: String, definitions: String) -> String {
        let (width, height) = (engraving.width, engraving.height)
        let id = id.escapedForXML
        // A staff space has eight pixels, and ten units.
        return "<svg\(attributes) class=\"score\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\" "
            + "width=\"\((width * 0.8).svg)\" height=\"\((height * 0.8).svg)\" viewBox=\"0 0 \(width.svg) \(height.svg)\" "
            + "fill=\"currentColor\" font-family=\"serif\">"
            + "<title id=\"\(id)-title\">\(title.escapedForXML)</title>"
            + "<desc id=\"\(id)-desc\">\(description.escapedForXML)</desc>" + definitions + engraving.elements
            + "</svg>"
    }
}
