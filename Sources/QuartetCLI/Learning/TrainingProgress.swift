import Foundation
import Harmonizer

/// How far a training is, for people.
struct TrainingProgress {
    private let training: Training
    private let perSecond: Double
    private let remaining: Double

    /// - Parameters:
    ///   - first: The step that the command began with.
    ///   - seconds: What has gone by since.
    init(_ training: Training, since first: Int, seconds: Double) {
        self.training = training
        let learner = training.learner
        let steps = Double(learner.step - first)
        perSecond = steps * Double(learner.settings.cropTicks * learner.settings.crops) / max(seconds, 1e-9)
        remaining = Double(learner.steps - learner.step) * seconds / max(steps, 1)
    }

    /// `412/4000 · pass 12.4 of 120 · 5,300 ticks/s · 12 min left`.
    var line: String {
        let learner = training.learner
        return
            "step \(learner.step) of \(learner.steps) · pass \(Self.text(learner.passes, 1)) of "
            + "\(Self.text(learner.settings.passes, 0)) · \(Int(perSecond)) ticks a second · \(Self.duration(remaining)) left"
    }

    /// What was seen, what was learned from beside what was held out.
    func text(of look: Look) -> String {
        "\(line)\n  \(Self.text(of: look))"
    }

    private static func text(of look: Look) -> String {
        func both(_ value: (Look.Score) -> Double, _ digits: Int, percent: Bool = false) -> String {
            let factor = percent ? 100.0 : 1
            return "\(text(factor * value(look.train), digits)) / \(text(factor * value(look.valid), digits))"
        }
        return "train / held out: \(both({ $0.accuracy }, 1, percent: true)) % of all ticks, "
            + "\(both({ $0.onsetAccuracy }, 1, percent: true)) % of onsets, \(both({ $0.nats }, 3)) nats a token, "
            + "\(both({ $0.natsGivenTop }, 3)) a tick given the top voice"
    }

    /// The snapshot that was kept.
    static func text(ofBest look: Look, seconds: Double) -> String {
        "step \(look.step), pass \(text(look.passes, 1)), after \(duration(seconds)) in all\n  \(text(of: look))"
    }

    private static func text(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }

    private static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<90: "\(Int(seconds)) s"
        case ..<5400: "\(Int(seconds / 60)) min"
        default: "\(Int(seconds / 3600)) h \(Int(seconds / 60) % 60) min"
        }
    }
}

extension Duration {
    /// It in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
