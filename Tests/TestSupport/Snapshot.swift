import Foundation
public import Testing

/// Compares a text with the one that is kept in `Fixtures/Snapshots`; records it when `QUARTET_RECORD` is set, and fails then, so that
/// nobody leaves it set.
public func expectSnapshot(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
    let snapshot = Fixture("Snapshots/" + name)
    if ProcessInfo.processInfo.environment["QUARTET_RECORD"] != nil {
        try FileManager.default.createDirectory(
            at: snapshot.url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: snapshot.url)
        Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        return
    }
    let expected = try snapshot.text
    #expect(text == expected, "set QUARTET_RECORD=1 to record \(name) anew", sourceLocation: sourceLocation)
}
