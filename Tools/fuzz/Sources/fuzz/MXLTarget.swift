import MusicXML

/// An archive that was read can be packed, and read again with the same in it; its score may be anything.
func checkMXL(_ bytes: [UInt8]) {
    guard let archive = try? MXLArchive.read(bytes, limits: limits).archive else { return }
    _ = try? MusicXMLDocument(xml: archive.score, limits: limits)
    do {
        let again = try MXLArchive.read(archive.packed()).archive
        guard again.scorePath == archive.scorePath, again.others.map(\.path) == archive.others.map(\.path) else {
            fatalError(
                "names have changed: \(archive.scorePath.debugDescription) \(archive.others.map(\.path)) "
                    + "became \(again.scorePath.debugDescription) \(again.others.map(\.path))")
        }
        guard again.score == archive.score, again.others == archive.others else {
            fatalError("what lies in the archive has changed")
        }
    } catch {
        fatalError("what was packed cannot be read: \(error)")
    }
}
