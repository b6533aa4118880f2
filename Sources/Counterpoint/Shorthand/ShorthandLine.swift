import ScoreModel

/// Reads one voice of a text in shorthand.
struct ShorthandLine {
    private(set) var part: Part
    /// The indices of the notes that are marked.
    private(set) var marked: [Int] = []
    private let line: Int
    private var time = Fraction.zero
    private var starts: [Fraction] = [.zero]

    init(name: String, line: Int) {
        part = Part(id: "", name: name)
        part.voices = ["1"]
        self.line = line
    }

    /// Where the bars begin, and where the last one ends.
    var bars: [Fraction] { starts.last == time ? starts : starts + [time] }

    /// Reads a word.
    mutating func read(_ word: String, at place: Int) throws(ShorthandError) {
        if word == "|" || word == "||" {
            if word == "||" {
                part.barlines.append(
                    Timed(
                        onset: time, measure: starts.count - 1, value: Barline(location: .right, style: "light-light")))
            }
            starts.append(time)
            return
        }
        var rest = Substring(word)
        let isMarked = rest.first == "↓"
        if isMarked { rest.removeFirst() }
        let symbol = rest.prefix { !"~*/^".contains($0) }
        rest = rest[symbol.endIndex...]
        let pitch = Pitch(symbol)
        guard pitch != nil || symbol == "r" else { throw error(place, "'\(word)' is no note") }
        let isTied = rest.first == "~"
        if isTied { rest.removeFirst() }
        let length = try Fraction(shorthand: &rest, in: line, place)
        let hasFermata = rest.first == "^"
        if hasFermata { rest.removeFirst() }
        guard rest.isEmpty else { throw error(place, "'\(rest)' is not understood") }
        let index = part.notes.count
        append(pitch, length: length, isTied: isTied)
        if isMarked { marked.append(index) }
        if hasFermata { part.marks.append(Mark(note: index, .fermata(Fermata()))) }
    }

    private mutating func append(_ pitch: Pitch?, length: Fraction, isTied: Bool) {
        var note = Note(
            measure: starts.count - 1, onset: time, duration: length,
            content: pitch.map { .pitched($0) } ?? .rest(staffPosition: nil))
        note.value = NoteValue(lasting: length)
        let index = Int32(part.notes.count)
        if let last = part.notes.last, last.traits.contains(.tieStart), last.pitch == pitch {
            part.notes[part.notes.count - 1].tiedTo = index
            note.tiedFrom = index - 1
            note.traits.insert(.tieStop)
        }
        if isTied, pitch != nil { note.traits.insert(.tieStart) }
        part.notes.append(note)
        time = time + length
    }

    private func error(_ word: Int, _ message: String) -> ShorthandError {
        ShorthandError(line: line, word: word, message: message)
    }
}
