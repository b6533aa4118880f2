/// A sign or an instruction that is printed, and that no `sound` says for playback.
struct JumpWords {
    /// What it means. Words are placed for the eye: an instruction is meant for the end of its measure, a sign for the beginning.
    var jump: Timed<Jump>
    /// What is printed.
    let text: String
    /// Whether it is a sign without words.
    let isDrawn: Bool
    /// The part and the measure.
    let place: Diagnostic.Place

    /// Tells whether the player follows it. A place that nobody is sent to, such as the heading of a coda, changes nothing.
    func diagnostic(isRead: Bool) -> Diagnostic {
        isRead
            ? Diagnostic(
                code: "jump-from-words", severity: .note, place: place,
                message: "\"\(text)\" is printed only; it is followed")
            : Diagnostic(
                code: "jump-words-ignored", severity: jump.value.kind.isPlace ? .note : .warning, place: place,
                message: "\"\(text)\" is printed only, with no sound for playback; it is not followed")
    }
}

extension Score {
    /// What is printed and not said by `jumps` in the same measure. What several parts print is listed once.
    func jumpWords(besides jumps: [Timed<Jump>]) -> [JumpWords] {
        var said: Set<Meaning> = []
        for jump in jumps { said.formUnion(Meaning.all(jump)) }
        var list: [JumpWords] = []
        for part in parts {
            for direction in part.directions where direction.value.sound?.jumps.isEmpty ?? true {
                guard let phrase = JumpPhrase(direction.value) else { continue }
                add(phrase, at: direction.with(phrase.jump), part, unless: &said, to: &list)
            }
            for line in part.barlines {
                if line.value.segno != nil, line.value.segnoName == nil {
                    add(.segno, at: line.with(JumpPhrase.segno.jump), part, unless: &said, to: &list)
                }
                if line.value.coda != nil, line.value.codaName == nil {
                    add(.coda, at: line.with(JumpPhrase.coda.jump), part, unless: &said, to: &list)
                }
            }
        }
        leave(&list, besides: jumps)
        return list.stablySorted { $0.jump.onset < $1.jump.onset }
    }

    private func add(
        _ phrase: JumpPhrase, at timed: Timed<Jump>, _ part: Part, unless said: inout Set<Meaning>,
        to list: inout [JumpWords]
    ) {
        guard measures.indices.contains(timed.measure), said.isDisjoint(with: Meaning.all(timed)) else { return }
        said.formUnion(Meaning.all(timed))
        let measure = measures[timed.measure]
        var jump = timed
        jump.staff = nil
        let end = measure.onset + measure.length
        jump.onset = jump.value.kind.isPlace && jump.onset < end ? measure.onset : end
        list.append(
            JumpWords(
                jump: jump, text: phrase.text, isDrawn: phrase.isDrawn,
                place: .init(part: part.id, measure: part.measureNumber(timed.measure) ?? measure.number)))
    }

    /// A coda sign that is only drawn stands twice: where to leave, before the da capo or dal segno, and where to go on, behind it.
    private func leave(_ list: inout [JumpWords], besides jumps: [Timed<Jump>]) {
        let returns = (jumps + list.map(\.jump)).filter { $0.value.kind.isReturn }
        guard let last = returns.map(\.measure).max() else { return }
        for index in list.indices where list[index].isDrawn && list[index].jump.measure <= last {
            guard case .coda = list[index].jump.value.kind else { continue }
            let measure = measures[list[index].jump.measure]
            list[index].jump.value.kind = .toCoda("")
            list[index].jump.onset = measure.onset + measure.length
        }
    }
}

/// What is said in which measure, whatever names it uses.
private struct Meaning: Hashable {
    private let measure: Int
    private let kind: Jump.Kind

    /// A coda sign that is drawn may be either end of the jump.
    static func all(_ jump: Timed<Jump>) -> [Meaning] {
        switch jump.value.kind {
        case .segno: [Meaning(measure: jump.measure, kind: .segno(""))]
        case .coda, .toCoda: [Meaning(measure: jump.measure, kind: .coda(""))]
        case .dalSegno: [Meaning(measure: jump.measure, kind: .dalSegno(""))]
        case .daCapo, .fine, .forwardRepeat: [Meaning(measure: jump.measure, kind: jump.value.kind)]
        }
    }
}

extension Jump.Kind {
    /// Whether it is a place that others lead to.
    fileprivate var isPlace: Bool {
        switch self {
        case .segno, .coda: true
        case .daCapo, .dalSegno, .toCoda, .fine, .forwardRepeat: false
        }
    }

    /// Whether it leads back.
    fileprivate var isReturn: Bool {
        switch self {
        case .daCapo, .dalSegno: true
        case .segno, .coda, .toCoda, .fine, .forwardRepeat: false
        }
    }
}
