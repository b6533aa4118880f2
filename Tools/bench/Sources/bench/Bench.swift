import ArgumentParser

/// Measures Quartet's reading and writing, and libxml2 beside it in the same process over the same bytes.
///
///     swift run -c release --package-path Tools/bench bench                      # a score made of Fixtures/Chorales
///     swift run -c release --package-path Tools/bench bench FOLDER --json FILE   # one's own scores
///     swift run -c release --package-path Tools/bench bench growth               # time and memory up to 100 MB
///     Tools/bench/peers FOLDER                                                   # against music21, partitura and Verovio
///     Tools/bench/midi-peers FILES                                               # MIDI files, against symusic
///     Tools/bench/lint-peers                                                     # the linter, against music21
///     Tools/bench/learning-peers                                                 # training, against PyTorch
///     swift run -c release --package-path Tools/bench bench texture --collection NAME=FOLDER --sample NAME=FOLDER
///     Tools/bench/composing-peers                                                # composing, against DeepBach's sampler
///
/// For a profile, `perf record -g bench --only document-score` measures nothing else.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures reading and writing of scores.",
        subcommands: [
            SpeedCommand.self, GrowthCommand.self, PeakCommand.self, MIDICommand.self, LintCommand.self,
            LearningCommand.self, LeaveOneOutCommand.self, ComposingCommand.self, TextureCommand.self,
        ],
        defaultSubcommand: SpeedCommand.self)
}
