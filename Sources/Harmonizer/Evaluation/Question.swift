/// What a network is asked about pieces.
public enum Question: Hashable, Sendable, CaseIterable {
    /// Each cell, given all others.
    case eachCell
    /// Each tick, given all before it.
    case inOrder
    /// Each tick of the lower voices, given the top voice and all ticks before it.
    case givenTop
    /// Each tick, given a random choice of others.
    case atRandom

    /// Whether a voice is asked for in a tick that is, or is not, among those given at random.
    func hides(voice: Int, isGiven: Bool) -> Bool {
        switch self {
        case .eachCell: false
        case .inOrder: true
        case .givenTop: voice > 0
        case .atRandom: !isGiven
        }
    }
}

extension NetworkInput {
    /// Ticks of silence around pieces: a network has learned where they begin and end.
    static let (front, back) = (4, 8)

    /// What four voices do, with the silence around it.
    static func framed(_ tokens: [Token]) -> [Token] { framed(tokens, with: .outside, each: NetworkShape.voices) }

    /// The ids of contexts, with the silence around them.
    static func framed(_ contexts: [UInt8]) -> [UInt8] {
        framed(contexts, with: 0, each: NetworkShape.contexts)
    }

    private static func framed<Value>(_ values: [Value], with silence: Value, each width: Int) -> [Value] {
        Array(repeating: silence, count: width * front) + values + Array(repeating: silence, count: width * back)
    }

    /// Pieces side by side, as they are asked about, and their tokens.
    ///
    /// - Parameter given: For each row of the batch, whether its tick is given when ticks are asked for at random.
    init(
        _ pieces: [Piece], _ question: Question, withholding: Withholding, given: (_ row: Int) -> Bool,
        _ generator: inout SplitMix64
    ) {
        let ticks = Self.front + (pieces.map(\.ticks).max() ?? 0) + Self.back
        let rows = ticks * pieces.count
        var truth = [Token](repeating: .outside, count: 4 * rows)
        var (forward, backward) = (truth, truth)
        var visible = [UInt16](repeating: Self.allVisible, count: rows)
        var contexts = [UInt8](repeating: 0, count: 6 * rows)
        for (place, piece) in pieces.enumerated() {
            for tick in 0..<piece.ticks {
                let row = (Self.front + tick) * pieces.count + place
                let isGiven = given(row)
                var order = [0, 1, 2, 3]
                order.shuffle(using: &generator)
                var hidden = [false, false, false, false]
                for voice in 0..<4 {
                    let token = piece.tokens[4 * tick + voice]
                    hidden[voice] = question.hides(voice: voice, isGiven: isGiven)
                    truth[4 * row + voice] = token
                    backward[4 * row + voice] = hidden[voice] ? .hidden : token
                    forward[4 * row + voice] = hidden[voice] && question == .atRandom ? .hidden : token
                }
                visible[row] = (0..<16).reduce(0) { bits, pair in
                    let (head, voice) = (pair / 4, pair % 4)
                    guard head != voice, !hidden[voice] || order[voice] < order[head] else { return bits }
                    return bits | 1 << UInt16(pair)
                }
                for part in 0..<6 where !withholding.parts.contains(part) {
                    contexts[6 * row + part] = piece.contexts[6 * tick + part]
                }
            }
        }
        self.init(
            ticks: ticks, batch: pieces.count, forward: forward, backward: backward, present: truth, visible: visible,
            contexts: contexts)
    }
}

/// What of the context a network is not told.
public enum Withholding: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case nothing
    /// Where the fermatas are.
    case fermatas
    /// The key signature.
    case key
    /// Both.
    case both

    /// The parts of the context, by their numbers.
    var parts: Set<Int> {
        switch self {
        case .nothing: []
        case .fermatas: [2]
        case .key: [3]
        case .both: [2, 3]
        }
    }
}
