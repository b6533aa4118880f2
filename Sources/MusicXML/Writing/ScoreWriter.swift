public import ScoreModel

extension Score {
    /// The score as a MusicXML file: partwise, by the schema of MusicXML 4.0, as UTF-8.
    ///
    /// What a score has is written and nothing else: the same score gives the same bytes, whatever document it was read from. What
    /// begins together is written in the order that the score remembers (see ``Part``), or voice by voice.
    ///
    /// - Parameter keepsDivisions: Whether parts keep on counting as finely as their files did, where that holds every duration.
    ///   Otherwise, and where a part does not tell, the least number of divisions is taken that holds all of the part.
    /// - Returns: The file, and a diagnostic for each part whose durations it cannot hold exactly.
    public func musicXML(keepsDivisions: Bool = true) -> (xml: [UInt8], diagnostics: [Diagnostic]) {
        var form = WritingForm(output: XMLOutput())
        form.output.raw(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" \
            "http://www.musicxml.org/dtds/partwise.dtd">
            """)
        form.output.open(.scorePartwise)
        if hasLinks { form.output.attribute(.xmlnsXlink, "http://www.w3.org/1999/xlink") }
        form.output.attribute(.version, "4.0")
        let ids = partIDs
        form.writeHeader(self, ids: ids)
        var diagnostics: [Diagnostic] = []
        let written = parallel(parts.count) { index in
            var writer = PartWriter(
                parts[index], id: ids[index], of: self, keepsDivisions: keepsDivisions, output: XMLOutput(depth: 1))
            writer.write()
            return (writer.form.output, writer.resolution)
        }
        for (part, (output, resolution)) in zip(parts, written) {
            form.output.append(output)
            diagnostics += resolution.diagnostics(part: part.id)
        }
        form.output.close(.scorePartwise)
        form.output.raw("\n")
        return (form.output.bytes, diagnostics)
    }
}

extension Score {
    /// True when anything in it refers to an address.
    fileprivate var hasLinks: Bool {
        credits.opus != nil || parts.contains { !$0.links.isEmpty || !$0.addresses.isEmpty || $0.credits?.opus != nil }
    }
}

extension PartResolution {
    /// What is to be told about a part whose durations are out of the ordinary.
    fileprivate func diagnostics(part: String) -> [Diagnostic] {
        if !isExact {
            return [
                Diagnostic(
                    code: "duration-inexact", severity: .warning, place: .init(part: part),
                    message: "no number of divisions holds all durations; they are rounded to \(Self.most) a quarter")
            ]
        }
        guard let least, least > Self.most else { return [] }
        return [
            Diagnostic(
                code: "divisions-large", severity: .note, place: .init(part: part),
                message: "\(least) divisions of a quarter are needed, more than the \(Self.most) that all programs read"
            )
        ]
    }
}
