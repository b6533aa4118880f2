import Testing

@testable import Harmonizer

struct TrainingTests {
    private func run(_ training: Training, steps: Int? = nil) -> Training {
        var training = training
        var done = 0
        while !training.isDone, done < steps ?? .max {
            training.advance()
            done += 1
        }
        return training
    }

    private var beginning: Training { Training(SmallNetwork.network, SmallPieces.dataset, SmallPieces.settings) }

    @Test func `a run that is broken off anywhere ends as if it had not been`() throws {
        let whole = run(beginning)
        #expect(whole.learner.step == whole.learner.steps)
        var generator = SplitMix64(seed: 1)
        for _ in 0..<3 {
            var training = beginning
            while !training.isDone {
                training = run(training, steps: 1 + Int(generator.next() % 9))
                let bytes = training.checkpoint.bytes
                training = try Training(
                    resuming: Safetensors(bytes: bytes), SmallNetwork.network, SmallPieces.dataset, SmallPieces.settings
                )
            }
            #expect(training.learner.parameters == whole.learner.parameters)
            #expect(training.best == whole.best)
            #expect(training.looks == whole.looks)
        }
    }

    @Test func `it learns`() throws {
        let looks = run(beginning).looks
        let (first, last) = (try #require(looks.first), try #require(looks.last))
        #expect(looks.count >= 4)
        #expect(last.loss < first.loss)
        #expect(last.valid.nats < first.valid.nats && last.train.nats < first.train.nats)
    }

    @Test func `the best snapshot is kept`() throws {
        let done = run(beginning)
        let best = try #require(done.bestLook)
        let metrics = done.learner.network.metrics(
            of: SmallPieces.dataset[.valid], parameters: done.best, questions: [.eachCell, .givenTop])
        #expect(abs(metrics.all.natsPerToken - best.valid.nats) < 1e-12)
        let model = done.model(corpus: "test", seconds: 3)
        #expect(model.parameters == done.best)
        let record = try #require(Model(model.safetensors(half: false)).record)
        #expect(record == model.record)
        #expect(record.parts["train"]?.pieces == 3 && record.looks.count == done.looks.count)
    }

    @Test func `seeds differ, and the same seed does not`() {
        var settings = SmallPieces.settings
        settings.passes = 2
        let first = run(Training(SmallNetwork.network, SmallPieces.dataset, settings))
        let again = run(Training(SmallNetwork.network, SmallPieces.dataset, settings))
        settings.seed = 2
        let other = run(Training(SmallNetwork.network, SmallPieces.dataset, settings))
        #expect(first.learner.parameters == again.learner.parameters)
        #expect(first.learner.parameters != other.learner.parameters)
    }

    @Test func `it stops when there is no progress`() {
        var settings = SmallPieces.settings
        settings.patience = 2
        settings.learningRate = 0
        settings.passes = 60
        let done = run(Training(SmallNetwork.network, SmallPieces.dataset, settings))
        #expect(done.isStoppedEarly && done.learner.step < done.learner.steps)
    }

    @Test func `a checkpoint of something else is refused`() throws {
        let file = run(beginning, steps: 2).checkpoint
        var settings = SmallPieces.settings
        settings.dropout = 0.1
        #expect(throws: SafetensorsError.self) {
            try Training(resuming: file, SmallNetwork.network, SmallPieces.dataset, settings)
        }
        var dataset = SmallPieces.dataset
        dataset[.train].removeLast()
        #expect(throws: SafetensorsError.self) {
            try Training(resuming: file, SmallNetwork.network, dataset, SmallPieces.settings)
        }
        var shape = SmallNetwork.shape
        shape.hidden = 4
        #expect(throws: SafetensorsError.self) {
            try Training(
                resuming: file, Network(shape, vocabulary: .voices), SmallPieces.dataset, SmallPieces.settings)
        }
        #expect(throws: SafetensorsError.self) {
            try Training(
                resuming: Safetensors(), SmallNetwork.network, SmallPieces.dataset, SmallPieces.settings)
        }
    }

    @Test func `the rate warms up and falls to its end`() {
        var settings = TrainingSettings()
        settings.warmUp = 10
        settings.finalShare = 0.1
        #expect(settings.rate(step: 0, of: 100) < 0.11 * settings.learningRate)
        #expect(abs(settings.rate(step: 100, of: 100) - 0.1 * settings.learningRate) < 1e-12)
        #expect(settings.rate(step: 10, of: 100) > settings.rate(step: 60, of: 100))
    }
}
