internal import ScoreModel

extension Barline: Formed {
    init() { self.init(location: .right) }

    mutating func form(_ form: inout some Form) {
        var place: Location? = location
        form.attribute(.location, &place)
        location = place ?? .right
        form.attribute(.segno, &segnoName)
        form.attribute(.coda, &codaName)
        form.attribute(.divisions, &divisions)
        form.text(.barStyle, &style)
        form.wavyLine(&wavyLine)
        form.child(.segno, &segno)
        form.child(.coda, &coda)
        form.children(.fermata, &fermatas)
        form.child(.ending, &ending)
        var sign = `repeat`.map { RepeatSign($0, wings: wings) }
        form.child(.repeat, &sign)
        `repeat` = sign?.repeat
        wings = sign?.wings
    }
}

extension Barline.Location: Token {}
extension Barline.Ending.Edge: Token {}

extension Barline.Sign: Formed {
    init() { self.init(glyph: nil) }

    mutating func form(_ form: inout some Form) { form.attribute(.smufl, &glyph) }
}

extension Barline.Ending: Formed {
    init() { self.init(passes: [], edge: .start) }

    mutating func form(_ form: inout some Form) {
        var numbers = passes.map { "\($0)" }.joined(separator: ", ")
        form.attribute(.number, required: &numbers)
        passes = Lexer.passes(numbers)
        form.attribute(.type, required: &edge)
        form.attribute(.printObject, &isPrinted)
        form.attribute(.system, &system)
        form.attribute(.endLength, &endLength)
        var text = text ?? ""
        form.content(&text)
        self.text = text.isEmpty ? nil : text
    }
}

/// Lists within text.
enum Lexer {
    /// A list of passes such as `1, 2`.
    static func passes(_ list: String) -> [Int] {
        list.utf8.split(separator: UInt8(ascii: ",")).compactMap { Array($0)[...].trimmed.integer }
    }
}

/// A repeat sign with its wings.
private struct RepeatSign: Formed {
    var `repeat` = Barline.Repeat.forward
    var wings: String?

    init() {}
    init(_ sign: Barline.Repeat, wings: String?) { (`repeat`, self.wings) = (sign, wings) }

    mutating func form(_ form: inout some Form) {
        var direction = "forward"
        var times: Int?
        var afterJump: Bool?
        if case .backward(let count, let isAfterJump) = `repeat` {
            direction = "backward"
            times = count == 2 ? nil : count
            afterJump = isAfterJump ? true : nil
        }
        form.attribute(.direction, required: &direction)
        form.attribute(.times, &times)
        form.attribute(.afterJump, &afterJump)
        form.attribute(.winged, &wings)
        `repeat` =
            direction == "backward" ? .backward(times: max(times ?? 2, 1), afterJump: afterJump ?? false) : .forward
    }
}

extension ReadingForm {
    mutating func wavyLine(_ value: inout Ornament?) {
        guard let child = document.child(.wavyLine, of: current) else { return }
        value = filled(Ornament(.wavyLine), child)
    }
}

extension WritingForm {
    mutating func wavyLine(_ value: inout Ornament?) {
        if let value { write(.wavyLine, value) }
    }
}
