/// How often chords follow each other in published analyses.
enum ProgressionCounts {
    static let all: [[Int32]] = [[], []]
}
