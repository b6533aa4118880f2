public import Foundation

/// A line of the log of a collection, which is a JSON object: an entry, or that a run began or ended.
public enum LogLine: Hashable, Sendable {
    /// What became of an address.
    case entry(LogEntry)
    /// A run began.
    case began(Run)
    /// A run came to its end, and was not broken off.
    case ended(at: Date)

    /// What a run was asked for.
    public struct Run: Codable, Hashable, Sendable {
        /// When.
        public var time: Date
        /// The recipe.
        public var recipe: String
        /// The addresses and folders.
        public var inputs: [String]

        /// A run.
        public init(time: Date, recipe: String, inputs: [String]) {
            self.time = time
            self.recipe = recipe
            self.inputs = inputs
        }
    }

    private struct Mark: Codable {
        var run: Word
        var time: Date
        var recipe: String?
        var inputs: [String]?

        enum Word: String, Codable {
            case began, ended
        }
    }

    /// Reads a line; nil when it is none, as the last one may be when a run was killed while it wrote.
    public init?(_ line: some StringProtocol) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let data = Data(line.utf8)
        // Nearly all lines are entries.
        if let entry = try? decoder.decode(LogEntry.self, from: data) {
            self = .entry(entry)
        } else if let mark = try? decoder.decode(Mark.self, from: data) {
            switch mark.run {
            case .began: self = .began(Run(time: mark.time, recipe: mark.recipe ?? "", inputs: mark.inputs ?? []))
            case .ended: self = .ended(at: mark.time)
            }
        } else {
            return nil
        }
    }

    /// The line, without its end.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let data =
            switch self {
            case .entry(let entry): try? encoder.encode(entry)
            case .began(let run):
                try? encoder.encode(Mark(run: .began, time: run.time, recipe: run.recipe, inputs: run.inputs))
            case .ended(let time): try? encoder.encode(Mark(run: .ended, time: time, recipe: nil, inputs: nil))
            }
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
