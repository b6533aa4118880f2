public import ScoreModel

extension MusicXMLDocument {
    /// Makes this a document of an older version: what came later is taken out, or replaced where the older version has a way to say
    /// it, and the version attribute and the document type declaration name the version.
    ///
    /// Nothing else is changed, so a document that breaks the rules of MusicXML goes on doing so.
    ///
    /// - Returns: What was taken out or replaced, by kind as in ``losses(in:)``, with the place of the first.
    /// - Complexity: In proportion to the size of the document.
    public mutating func restrict(to version: MusicXMLVersion) -> [Loss] {
        var restriction = VersionRestriction(self, to: version)
        restriction.run()
        self = restriction.document
        setAttribute("version", to: version.rawValue, of: root)
        for node in children(of: Node(0)) where kind(of: node) == .doctype {
            setText(
                MusicXMLVersion.allCases.reduce(text(of: node)) { text, other in
                    text.replacing("DTD MusicXML \(other.rawValue) ", with: "DTD MusicXML \(version.rawValue) ")
                }, of: node)
        }
        return restriction.tally.list(names)
    }
}
