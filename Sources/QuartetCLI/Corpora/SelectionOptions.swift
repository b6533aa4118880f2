import ArgumentParser
import Corpus
import Counterpoint
import Files
import ScoreModel

/// Which files of an index are meant.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The number of parts: 4, or 3-5.", valueName: "n"))
    var parts: String?

    @Option(
        help: ArgumentHelp(
            "Names that parts or instruments have in them, with commas: \"violin, violin, viola, cello\".",
            valueName: "names"))
    var instruments: String?

    @Option(help: ArgumentHelp("What stands in the composer's name.", valueName: "name"))
    var composer: String?

    @Option(
        help: ArgumentHelp(
            "The key at the beginning: G, e, \"Bb major\"; a small letter alone is minor.", valueName: "key"))
    var key: Tonality?

    @Option(help: ArgumentHelp("The meter at the beginning: 3/4.", valueName: "meter"))
    var meter: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What has to be so, or with no- must not: \(Selection.Demand.names.joined(separator: ", ")).",
            valueName: "quality"))
    var quality: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The kinds of files: \(FileKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"))
    var kind: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "An expression in SQL over the columns of the table file: \"seconds < 120 AND fermatas > 0\".",
            valueName: "sql"))
    var condition: String?

    func validate() throws { _ = try selection() }

    /// The same for the index.
    ///
    /// - Throws: `ValidationError` for what is not understood.
    func selection() throws -> Selection {
        var selection = Selection()
        selection.parts = try parts.map(range)
        selection.instruments =
            instruments?.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty } ?? []
        (selection.composer, selection.meter, selection.condition) = (composer, meter, condition)
        selection.key = key.map { ($0.signature, $0.mode.rawValue) }
        selection.demands = try quality.map { text in
            guard let demand = Selection.Demand(text) else {
                throw unknown("quality", text, among: Selection.Demand.names.flatMap { [$0, "no-\($0)"] })
            }
            return demand
        }
        selection.kinds = Set(
            try kind.map { text in
                guard let kind = FileKind(rawValue: text) else {
                    throw unknown("kind", text, among: FileKind.allCases.map(\.rawValue))
                }
                return kind
            })
        return selection
    }

    private func range(_ text: String) throws -> ClosedRange<Int> {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], 0 <= low, low <= high
        else { throw ValidationError("--parts takes a number, or two with a hyphen between them, not \"\(text)\".") }
        return low...high
    }

    private func unknown(_ noun: String, _ text: String, among names: [String]) -> ValidationError {
        let hint = nearest(to: text, among: names).map { "; did you mean \($0)?" } ?? "."
        return ValidationError("There is no \(noun) \"\(text)\"\(hint)")
    }
}
