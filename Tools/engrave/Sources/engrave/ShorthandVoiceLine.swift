import ScoreModel

/// The measures of one voice on one line of a shorthand file.
struct ShorthandVoiceLine {
    /// A measure of one voice.
    struct Measure {
        var beginsRepeat: Bool
        var notes: [(note: Chorale.Note, place: ShorthandError.Place)]
        var bar: Chorale.Bar
        /// Where the bar line stands.
        var end: ShorthandError.Place

        /// Where the first note stands.
        var start: ShorthandError.Place { notes.first?.place ?? end }
        /// Its length in quarter notes.
        var length: Fraction { Chorale.Note.length(notes.map(\.note)) }
    }

    private(set) var measures: [Measure] = []
    /// The end of the line.
    let end: ShorthandError.Place

    /// Reads the line of a voice.
    init(_ line: ShorthandLine, of voice: Voice) throws(ShorthandError) {
        end = line.end
        let words = line.words
        guard let name = words.first, name.text == voice.rawValue else {
            throw ShorthandError(
                place: words.first?.place ?? line.end,
                message: "this line of the system should begin with '\(voice.rawValue) '")
        }
        var open = Measure(beginsRepeat: false, notes: [], bar: .plain, end: line.end)
        for word in words.dropFirst() {
            let bar = word.text == "|:" ? .plain : Chorale.Bar(rawValue: String(word.text))
            guard let bar else {
                open.notes.append((try Chorale.Note(word), word.place))
                continue
            }
            let opensRepeat = word.text == "|:"
            if !open.notes.isEmpty {
                open.bar = bar
                open.end = word.place
                measures.append(open)
                open = Measure(beginsRepeat: opensRepeat, notes: [], bar: .plain, end: line.end)
            } else if opensRepeat, !open.beginsRepeat {
                open.beginsRepeat = true
            } else {
                throw word.error("there is no note before this bar line")
            }
        }
        guard open.notes.isEmpty else { throw ShorthandError(place: end, message: "the last measure has no bar line") }
        guard !open.beginsRepeat else {
            throw ShorthandError(place: end, message: "'|:' belongs before the measure it repeats, on the next line")
        }
    }
}
