internal import Foundation
internal import ScoreModel

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

    /// What the tokens of its pieces mean; nil when there are none.
    public var vocabulary: Vocabulary? { Part.allCases.lazy.compactMap { self[$0].first?.vocabulary }.first }

    /// The file that `Tools/torch` reads: all pieces one after another.
    ///
    /// - Precondition: All pieces have one vocabulary.
    public var safetensors: Safetensors {
        let all = Part.allCases.flatMap { part in self[part].map { (part, $0) } }
        let vocabulary = vocabulary ?? .voices
        precondition(all.allSatisfy { $0.1.vocabulary == vocabulary })
        let names = (try? JSONEncoder().encode(all.map(\.1.name))) ?? Data()
        var file = Safetensors(metadata: vocabulary.metadata)
        file.metadata["format"] = "quartet-dataset"
        file.metadata["version"] = "\(Vocabulary.version)"
        file.metadata["names"] = String(decoding: names, as: UTF8.self)
        var starts: [Int32] = [0]
        for (_, piece) in all { starts.append(starts[starts.count - 1] + Int32(piece.ticks)) }
        let ticks = Int(starts[starts.count - 1])
        file.set(
            "tokens", .u8, shape: [ticks, NetworkShape.voices], bytes: all.flatMap { $0.1.tokens.map(\.rawValue) })
        file.set("contexts", .u8, shape: [ticks, NetworkShape.contexts], bytes: all.flatMap(\.1.contexts))
        file.set("starts", shape: [starts.count], starts)
        file.set("parts", .u8, shape: [all.count], bytes: all.map { UInt8($0.0.rawValue) })
        if vocabulary.ensemble == .strings {
            let lengths = all.flatMap { _, piece in
                (0..<piece.ticks).flatMap { tick in
                    let length = piece.times[tick + 1] - piece.times[tick]
                    return [Int32(clamping: length.numerator), Int32(clamping: length.denominator)]
                }
            }
            file.set("lengths", shape: [ticks, 2], lengths)
        }
        return file
    }

    /// Reads such a file. Stops are not in it: a network does not read them.
    ///
    /// - Throws: ``SafetensorsError`` when it is another kind of file, of another vocabulary, or not whole.
    public init(_ file: Safetensors) throws(SafetensorsError) {
        self.init()
        guard file.metadata["format"] == "quartet-dataset" else {
            throw SafetensorsError("it is no data set of Quartet")
        }
        let vocabulary = try Vocabulary(metadata: file.metadata)
        guard file.metadata["version"] == "\(Vocabulary.version)", vocabulary == Vocabulary(vocabulary.ensemble)
        else { throw SafetensorsError("its tokens are of another vocabulary than this version of Quartet has") }
        let (starts, parts) = (try file.integers("starts"), try file.octets("parts"))
        let (tokens, contexts) = (try file.octets("tokens"), try file.octets("contexts"))
        let ticks = starts.last ?? 0
        guard starts.count == parts.count + 1, starts.first == 0,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            tokens.count == NetworkShape.voices * ticks, contexts.count == NetworkShape.contexts * ticks
        else { throw SafetensorsError("its pieces do not fill its arrays") }
        guard tokens.allSatisfy({ $0 < vocabulary.count }) else {
            throw SafetensorsError("it has an unknown token")
        }
        let sizes = vocabulary.contextSizes
        guard contexts.indices.allSatisfy({ contexts[$0] < sizes[$0 % sizes.count] }) else {
            throw SafetensorsError("it has an unknown context")
        }
        let lengths = vocabulary.ensemble == .strings ? try file.integers("lengths") : nil
        guard lengths.map({ $0.count == 2 * ticks && $0.allSatisfy { $0 > 0 } }) ?? true else {
            throw SafetensorsError("its ticks have no lengths")
        }
        let names = (file.metadata["names"]?.data(using: .utf8)).flatMap {
            try? JSONDecoder().decode([String].self, from: $0)
        }
        for (index, part) in parts.enumerated() {
            guard let part = Part(rawValue: Int(part)) else { throw SafetensorsError("it has an unknown part") }
            let range = starts[index]..<starts[index + 1]
            let times = lengths.map { lengths in
                TickTimes(
                    range.reduce(into: [.zero]) { times, tick in
                        times.append(
                            times[times.count - 1] + Fraction(lengths[2 * tick]) / Fraction(lengths[2 * tick + 1]))
                    })
            }
            self[part].append(
                Piece(
                    name: names.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? "\(index)", vocabulary,
                    tokens: tokens[(4 * range.lowerBound)..<(4 * range.upperBound)].map(Token.init(rawValue:)),
                    contexts: Array(contexts[(6 * range.lowerBound)..<(6 * range.upperBound)]), times: times))
        }
    }
}
