internal import ScoreModel

extension PartReader {
    /// A direction stands at the cursor. Its offset moves what is drawn, and its sound only if it says so (XSD, type `offset`).
    mutating func readDirection(_ element: Node) {
        let staff = document.child(.staff, of: element).flatMap { document.content(of: $0).integer }
        let sound = document.child(.sound, of: element)
        for type in document.children(of: element) where document.tag(of: type) == .directionType {
            for child in document.children(of: type) {
                switch document.tag(of: child) {
                case .dynamics: readDynamics(child, staff: staff)
                case .metronome:
                    // What is said for playback wins over what is printed.
                    if sound.flatMap({ document.value(.tempo, of: $0) }) == nil, let tempo = metronome(child) {
                        tempos.append(timed(tempo, at: cursor.position, child))
                    }
                default: break
                }
            }
        }
        if let sound { readSound(sound, at: cursor.position + soundOffset(in: element)) }
    }

    private func soundOffset(in direction: Node) -> Fraction {
        guard let offset = document.child(.offset, of: direction),
            document.value(.sound, of: offset)?.reads("yes") ?? false
        else { return .zero }
        return (document.content(of: offset).decimal ?? .zero) / divisions
    }

    private mutating func readDynamics(_ element: Node, staff: Int?) {
        for mark in document.children(of: element) where document.kind(of: mark) == .element {
            let name = document.tag(of: mark) == .otherDynamics ? document.string(of: mark) : document.name(of: mark)
            part.dynamics.append(timed(.mark(name), at: cursor.position, staff: staff, mark))
        }
    }

    /// A beat and how many of it there are in a minute; other metronome marks relate two beats and need what went before.
    private func metronome(_ element: Node) -> Tempo? {
        var beat: NoteValue?
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .beatUnit:
                if beat != nil { return nil }
                beat = NoteValue.Base(token: document.content(of: child)).map { NoteValue($0) }
            case .beatUnitDot: beat?.dots += 1
            case .perMinute:
                // People write "c. 92" and "ca 60-66" here: the first number counts.
                let digits = document.content(of: child).drop { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                let number = digits.prefix {
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
                }
                guard let beat, let perMinute = number.decimal else { return nil }
                return Tempo(quartersPerMinute: perMinute * beat.quarters)
            default: break
            }
        }
        return nil
    }

    // MARK: Sound

    /// What a `sound` says about tempo, loudness and the order of playing.
    mutating func readSound(_ element: Node, at onset: Fraction) {
        var onset = onset
        if let offset = document.child(.offset, of: element).flatMap({ document.content(of: $0).decimal }) {
            onset = onset + offset / divisions
        }
        onset = max(onset, .zero)
        if let value = document.value(.tempo, of: element) {
            if let tempo = value.decimal.flatMap({ Tempo(quartersPerMinute: $0) }) {
                tempos.append(timed(tempo, at: onset, element))
            } else {
                report(
                    "tempo-invalid", at: element,
                    "\(String(decoding: value, as: UTF8.self)) is no tempo; it is passed over")
            }
        }
        if let percent = document.value(.dynamics, of: element)?.decimal {
            part.dynamics.append(timed(.percent(percent), at: onset, element))
        }
        readJumps(element, at: onset)
    }

    private mutating func readJumps(_ element: Node, at onset: Fraction) {
        let passes = document.value(.timeOnly, of: element).map { numbers($0) } ?? []
        func add(_ kind: Jump.Kind?) {
            if let kind { jumps.append(timed(Jump(kind, passes: passes), at: onset, element)) }
        }
        add(document.string(.segno, of: element).map { .segno($0) })
        add(document.string(.coda, of: element).map { .coda($0) })
        add(document.value(.forwardRepeat, of: element)?.reads("yes") ?? false ? .forwardRepeat : nil)
        add(document.string(.tocoda, of: element).map { .toCoda($0) })
        // Any value but "no" means the end; some give the duration of the last note (XSD, attribute `fine`).
        add(document.value(.fine, of: element).flatMap { $0.reads("no") ? nil : .fine })
        add(document.string(.dalsegno, of: element).map { .dalSegno($0) })
        add(document.value(.dacapo, of: element)?.reads("yes") ?? false ? .daCapo : nil)
    }

    // MARK: Bar lines

    mutating func readBarline(_ element: Node) {
        let location = document.string(.location, of: element).flatMap { Barline.Location(rawValue: $0) } ?? .right
        var barline = Barline(location: location, style: document.string(.barStyle, in: element))
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .repeat:
                let isBackward = document.value(.direction, of: child)?.reads("backward") ?? false
                let times = document.value(.times, of: child)?.integer ?? 2
                let afterJump = document.value(.afterJump, of: child)?.reads("yes") ?? false
                barline.repeat = isBackward ? .backward(times: max(times, 1), afterJump: afterJump) : .forward
            case .ending:
                guard let edge = document.string(.type, of: child).flatMap({ Barline.Ending.Edge(rawValue: $0) }) else {
                    break
                }
                let text = document.string(of: child)
                barline.ending = Barline.Ending(
                    passes: numbers(document.value(.number, of: child) ?? []), edge: edge,
                    text: text.isEmpty ? nil : text)
            case .fermata: barline.fermatas.append(fermata(child))
            default: break
            }
        }
        let onset = location == .left ? .zero : cursor.position
        part.barlines.append(timed(barline, at: onset, element))
        if let name = document.string(.segno, of: element) {
            jumps.append(timed(Jump(.segno(name)), at: onset, element))
        }
        if let name = document.string(.coda, of: element) {
            jumps.append(timed(Jump(.coda(name)), at: onset, element))
        }
    }

    /// A list of passes such as `1, 2`.
    private func numbers(_ list: ArraySlice<UInt8>) -> [Int] {
        list.split(separator: UInt8(ascii: ",")).compactMap(\.trimmed.integer)
    }
}
