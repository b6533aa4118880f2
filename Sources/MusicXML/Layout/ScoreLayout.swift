internal import ScoreModel

/// The two orders in which MusicXML writes down the same score.
public enum ScoreLayout: String, Sendable, CaseIterable {
    /// Parts, each with its measures: `score-partwise`.
    case partwise
    /// Measures, each with its parts: `score-timewise`.
    case timewise

    /// The element that stands directly in the root.
    var outer: Tag { self == .partwise ? .part : .measure }
    /// The element that stands in the outer one.
    var inner: Tag { self == .partwise ? .measure : .part }
    /// The root element.
    var root: Tag { self == .partwise ? .scorePartwise : .scoreTimewise }
    /// The other one.
    var opposite: ScoreLayout { self == .partwise ? .timewise : .partwise }
}

extension MusicXMLDocument {
    /// The layout of the score, or nil when the root element is not a score's.
    public var layout: ScoreLayout? {
        ScoreLayout.allCases.first { self[root].name == $0.root.rawValue }
    }

    /// The layout of the score.
    ///
    /// - Throws: `not-a-score`, naming the root element, when the document is something else.
    public func requiredLayout() throws(MusicXMLError) -> ScoreLayout {
        if let layout { return layout }
        let kinds = [
            "opus": "an opus, which lists scores", "container": "the container of an MXL archive",
            "sounds": "a list of sounds", "html": "a web page",
        ]
        let name = name(of: root)
        let kind = kinds[name.lowercased()].map { ": \($0)" } ?? ""
        throw MusicXMLError(
            .notAScore, at: .init(line: line(of: root)), "the root element is <\(name)>\(kind), not a MusicXML score")
    }

    /// The same score in the given layout.
    ///
    /// Nothing is lost: there and back gives the same tree. What the other layout has no place for travels in processing
    /// instructions whose names begin with `quartet-`, which the way back takes out again; `Docs/Formats.md` lists them.
    ///
    /// - Throws: `not-a-score`; `too-large` when nearly all cells of the table are missing.
    public func converted(to layout: ScoreLayout) throws(MusicXMLError) -> MusicXMLDocument {
        guard try requiredLayout() != layout else { return self }
        var converter = LayoutConverter(document: self, target: layout)
        try converter.convert()
        return converter.document
    }
}
