internal import ScoreModel

// The values of MusicXML's enumerations that are notes, beams and syllables.

extension Pitch.Step {
    /// A capital letter from A to G.
    init?(token: ArraySlice<UInt8>) {
        guard token.count == 1, let byte = token.first,
            let index = "CDEFGAB".utf8.enumerated().first(where: { $1 == byte })
        else { return nil }
        self.init(rawValue: Int8(index.offset))
    }
}

extension NoteValue.Base {
    /// The values of `note-type-value`, longest first, as the cases are.
    private static let tokens = [
        "maxima", "long", "breve", "whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th",
        "512th",
        "1024th",
    ].map { Array($0.utf8) }

    init?(token: ArraySlice<UInt8>) {
        guard let index = NoteValue.Base.tokens.firstIndex(where: { $0.elementsEqual(token) }) else { return nil }
        self.init(rawValue: Int8(index))
    }
}

extension Beams.State {
    init?(token: ArraySlice<UInt8>) {
        if token.reads("begin") {
            self = .begin
        } else if token.reads("continue") {
            self = .continue
        } else if token.reads("end") {
            self = .end
        } else if token.reads("forward hook") {
            self = .forwardHook
        } else if token.reads("backward hook") {
            self = .backwardHook
        } else {
            return nil
        }
    }
}

extension Lyric.Syllabic {
    init?(token: ArraySlice<UInt8>) {
        if token.reads("single") {
            self = .single
        } else if token.reads("begin") {
            self = .begin
        } else if token.reads("middle") {
            self = .middle
        } else if token.reads("end") {
            self = .end
        } else {
            return nil
        }
    }
}
