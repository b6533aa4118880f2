internal import ScoreModel

extension Network {
    /// How well a network foretells pieces.
    ///
    /// - Parameters:
    ///   - questions: What it is asked. What is not asked counts zero.
    ///   - withholding: What of the context it is not told.
    ///   - seed: Where the random orders come from.
    public func metrics(
        of pieces: [Piece], parameters: [Float], questions: Set<Question> = Set(Question.allCases),
        withholding: Withholding = .nothing, seed: UInt64 = 7
    ) -> Metrics {
        MatrixProducts.useCallingThread()
        // Pieces of like length share a batch, which is kept small: what it computes lies in memory at once.
        let sorted = pieces.sorted { ($0.ticks, $0.name) < ($1.ticks, $1.name) }
        var batches: [[Piece]] = []
        for piece in sorted {
            let length = piece.ticks + NetworkInput.front + NetworkInput.back
            if let last = batches.last, (last.count + 1) * length <= 2048 {
                batches[batches.count - 1].append(piece)
            } else {
                batches.append([piece])
            }
        }
        let work = batches
        let parts = parallel(work.count) { index in
            var metrics = Metrics()
            var workspace = Workspace<Float>()
            metrics.ticks = work[index].reduce(0) { $0 + $1.ticks }
            for question in Question.allCases where questions.contains(question) {
                // Each random choice of ticks answers for the ticks that it leaves; some choices make the mean steady.
                for round in 0..<(question == .atRandom ? 4 : 1) {
                    var generator = SplitMix64(seed: SplitMix64.mix(seed &+ UInt64(index)) &+ UInt64(round))
                    ask(
                        question, of: work[index], parameters: parameters, withholding, &generator, &metrics, &workspace
                    )
                }
            }
            return metrics
        }
        return parts.reduce(into: Metrics()) { $0 += $1 }
    }

    private func ask(
        _ question: Question, of pieces: [Piece], parameters: [Float], _ withholding: Withholding,
        _ generator: inout SplitMix64, _ metrics: inout Metrics, _ workspace: inout Workspace<Float>
    ) {
        let ticks = NetworkInput.front + (pieces.map(\.ticks).max() ?? 0) + NetworkInput.back
        let shares = pieces.map { _ in generator.unit() }
        let given = (0..<(ticks * pieces.count)).map { generator.unit() < shares[$0 % pieces.count] }
        let input = NetworkInput(pieces, question, withholding: withholding, given: { given[$0] }, &generator)
        let tokens = vocabulary.count
        let answers = self.answers(input, parameters: parameters, workspace: &workspace)
        for row in 0..<input.rows where input.present[4 * row] != .outside {
            if question == .atRandom, !given[row] { metrics.framesAtRandom += 1 }
            for voice in 0..<4 where question == .eachCell || question.hides(voice: voice, isGiven: given[row]) {
                guard input.present[4 * row + voice] != .hidden else { continue }
                let truth = Int(input.present[4 * row + voice].rawValue)
                let start = (4 * row + voice) * tokens
                let nats = -Double(answers[start + truth])
                switch question {
                case .eachCell:
                    let before = row < input.batch ? Token.outside : input.present[4 * (row - input.batch) + voice]
                    metrics.voices[voice].count(
                        answers[start..<(start + tokens)], truth: truth, nats: nats,
                        isOnset: truth != Token.hold.rawValue && !(truth == Token.rest.rawValue && before == .rest))
                case .inOrder: metrics.natsInOrder += nats
                case .givenTop: metrics.natsGivenTop += nats
                case .atRandom: metrics.natsAtRandom += nats
                }
            }
        }
    }
}

extension Metrics.Voice {
    /// Counts the answer for one cell.
    fileprivate mutating func count(_ answer: ArraySlice<Float>, truth: Int, nats: Double, isOnset: Bool) {
        func best(skippingHold: Bool) -> Int {
            var best = answer.startIndex
            for index in answer.indices where answer[index] > answer[best] {
                if skippingHold, index - answer.startIndex == Token.hold.rawValue { continue }
                best = index
            }
            return best - answer.startIndex
        }
        cells += 1
        self.nats += nats
        let isRight = best(skippingHold: false) == truth
        if isRight { right += 1 }
        guard isOnset else { return }
        onsets += 1
        onsetNats += nats
        if isRight { rightOnsets += 1 }
        if best(skippingHold: true) == truth { rightBeginnings += 1 }
    }
}
