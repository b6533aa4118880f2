internal import Foundation

/// Pieces to learn from, to stop by and to be judged by.
public struct Dataset: Hashable, Sendable {
    /// What a piece is for.
    public enum Part: Int, Sendable, CaseIterable {
        /// Learned from.
        case train
        /// Looked at while training goes on, to keep the best parameters.
        case valid
        /// Looked at when training is done.
        case test
    }

    /// The pieces of each part.
    public private(set) var pieces: [Part: [Piece]]

    /// No pieces.
    public init() {
        pieces = [:]
    }

    /// The pieces of a part.
    public subscript(part: Part) -> [Piece] {
        get { pieces[part] ?? [] }
        set { pieces[part] = newValue }
    }

    /// The file that `Tools/torch` reads: all pieces one after another.
    public var safetensors: Safetensors {
        let all = Part.allCases.flatMap { part in self[part].map { (part, $0) } }
        let names = (try? JSONEncoder().encode(all.map(\.1.name))) ?? Data()
        let pitches = Vocabulary.voices.pitches
        var file = Safetensors(metadata: [
            "format": "quartet-dataset", "version": "\(Vocabulary.version)", "lowest": "\(pitches.lowerBound)",
            "highest": "\(pitches.upperBound)", "names": String(decoding: names, as: UTF8.self),
        ])
        var starts: [Int32] = [0]
        for (_, piece) in all { starts.append(starts[starts.count - 1] + Int32(piece.ticks)) }
        let ticks = Int(starts[starts.count - 1])
        file.set(
            "tokens", .u8, shape: [ticks, NetworkShape.voices], bytes: all.flatMap { $0.1.tokens.map(\.rawValue) })
        file.set("contexts", .u8, shape: [ticks, 6], bytes: all.flatMap(\.1.contexts))
        file.set("starts", shape: [starts.count], starts)
        file.set("parts", .u8, shape: [all.count], bytes: all.map { UInt8($0.0.rawValue) })
        return file
    }

    /// Reads such a file.
    ///
    /// - Throws: ``SafetensorsError`` when it is another kind of file, of another vocabulary, or not whole.
    public init(_ file: Safetensors) throws(SafetensorsError) {
        self.init()
        guard file.metadata["format"] == "quartet-dataset" else {
            throw SafetensorsError("it is no data set of Quartet")
        }
        let pitches = Vocabulary.voices.pitches
        guard file.metadata["version"] == "\(Vocabulary.version)", file.metadata["lowest"] == "\(pitches.lowerBound)",
            file.metadata["highest"] == "\(pitches.upperBound)"
        else { throw SafetensorsError("its tokens are of another vocabulary than this version of Quartet has") }
        let (starts, parts) = (try file.integers("starts"), try file.octets("parts"))
        let (tokens, contexts) = (try file.octets("tokens"), try file.octets("contexts"))
        guard starts.count == parts.count + 1, starts.first == 0,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            tokens.count == 4 * (starts.last ?? 0), contexts.count == 6 * (starts.last ?? 0)
        else { throw SafetensorsError("its pieces do not fill its arrays") }
        guard tokens.allSatisfy({ $0 < Vocabulary.voices.count }) else {
            throw SafetensorsError("it has an unknown token")
        }
        let sizes = NetworkShape.contextSizes
        guard contexts.indices.allSatisfy({ contexts[$0] < sizes[$0 % 6] }) else {
            throw SafetensorsError("it has an unknown context")
        }
        let names = (file.metadata["names"]?.data(using: .utf8)).flatMap {
            try? JSONDecoder().decode([String].self, from: $0)
        }
        for (index, part) in parts.enumerated() {
            guard let part = Part(rawValue: Int(part)) else { throw SafetensorsError("it has an unknown part") }
            let range = starts[index]..<starts[index + 1]
            self[part].append(
                Piece(
                    name: names.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? "\(index)",
                    tokens: tokens[(4 * range.lowerBound)..<(4 * range.upperBound)].map(Token.init(rawValue:)),
                    contexts: Array(contexts[(6 * range.lowerBound)..<(6 * range.upperBound)])))
        }
    }
}
