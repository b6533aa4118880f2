internal import ScoreModel

/// `META-INF/container.xml`: the file in an MXL archive that says which entry is the score.
enum MXLContainer {
    /// A container for an archive with one score.
    static func document(scorePath: String) -> MusicXMLDocument {
        var document = MusicXMLDocument(root: "container")
        let rootfiles = document.append(.element("rootfiles"), to: document.root)
        document.append(
            .element("rootfile", attributes: ["full-path": scorePath, "media-type": MXLArchive.scoreType]),
            to: rootfiles)
        return document
    }

    /// Which entry is the score, and the container if it can stay as it is.
    ///
    /// The first rootfile with the media type of MusicXML, or none, decides. Where the container is missing or names nothing that
    /// is there, the first entry that looks like MusicXML is taken.
    static func chooseScore(
        in entries: [ZipArchive.Entry], limits: ReadingLimits, _ diagnostics: inout [Diagnostic]
    ) throws(MusicXMLError) -> (index: Int, container: [UInt8]?) {
        func report(_ code: String, _ message: String, _ severity: Diagnostic.Severity = .warning) {
            diagnostics.append(
                Diagnostic(
                    code: code, severity: severity, place: .init(entry: MXLArchive.containerPath), message: message))
        }
        let container = entries.first { $0.name == MXLArchive.containerPath }
        var named: [String] = []
        if let container {
            do throws(MusicXMLError) {
                var document = try MusicXMLDocument(xml: container.bytes, limits: limits)
                let isSloppy = removeLooseText(&document)
                if isSloppy {
                    report(
                        "container-sloppy", "the container has text where only elements belong; it is left out", .note)
                }
                named = scorePaths(document)
                if let first = rootfiles(document).first, first != named.first {
                    report(
                        "container-sloppy",
                        "the first rootfile is \(first), which is no MusicXML file; it is passed over")
                }
                for path in named {
                    if let index = entries.firstIndex(where: { $0.name == path }) {
                        return (index, isSloppy ? document.xml() : container.bytes)
                    }
                    report("container-sloppy", "the container names \(path), which is not in the archive")
                }
            } catch {
                report("container-sloppy", "the container cannot be read: \(error.message)")
            }
        } else {
            report("container-missing", "the archive has no container; its first MusicXML file is taken")
        }
        guard let index = entries.firstIndex(where: looksLikeScore) else {
            let hint = named.isEmpty ? "" : ", though its container names \(named.joined(separator: ", "))"
            throw MusicXMLError(.noRootfile, "there is no MusicXML file in this archive\(hint)")
        }
        if container != nil {
            report("container-sloppy", "the container names no score; \(entries[index].name) is taken")
        }
        return (index, nil)
    }

    /// The paths of the rootfiles that may be MusicXML, in order, whatever the namespace of the container.
    private static func scorePaths(_ document: MusicXMLDocument) -> [String] {
        rootfileElements(document)
            .filter { document.attribute("media-type", of: $0).map { $0 == MXLArchive.scoreType } ?? true }
            .compactMap { document.attribute("full-path", of: $0) }
    }

    private static func rootfiles(_ document: MusicXMLDocument) -> [String] {
        rootfileElements(document).compactMap { document.attribute("full-path", of: $0) }
    }

    private static func rootfileElements(_ document: MusicXMLDocument) -> [MusicXMLDocument.Node] {
        document.descendants(of: document.root).filter { document.localName(of: $0) == "rootfile" }
    }

    /// Many programs write white space into `rootfile`, which its schema says is empty.
    private static func removeLooseText(_ document: inout MusicXMLDocument) -> Bool {
        let loose = document.descendants(of: document.root).filter { document.kind(of: $0) == .text }
        for node in loose { document.remove(node) }
        return !loose.isEmpty
    }

    private static func looksLikeScore(_ entry: ZipArchive.Entry) -> Bool {
        let name = entry.name.lowercased()
        return !name.hasPrefix("meta-inf/") && !name.hasPrefix("__macosx/")
            && [".musicxml", ".xml"].contains { name.hasSuffix($0) }
    }
}

extension MusicXMLDocument {
    /// A node and everything below it, in document order.
    func descendants(of top: Node) -> [Node] {
        [top] + children(of: top).flatMap { descendants(of: $0) }
    }

    /// The name of an element without its prefix.
    func localName(of node: Node) -> String {
        name(of: node).split(separator: ":").last.map(String.init) ?? ""
    }
}
