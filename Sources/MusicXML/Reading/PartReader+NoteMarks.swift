internal import ScoreModel

extension PartReader {
    /// What a `lyric` says: syllables that share a note are joined by elisions.
    mutating func readLyric(_ element: Node, note: Int) {
        let verse = document.string(.number, of: element) ?? document.string(.name, of: element) ?? "1"
        let first = part.lyrics.count
        var syllabic: Lyric.Syllabic?
        var elision: String?
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .syllabic: syllabic = Lyric.Syllabic(token: document.content(of: child))
            case .elision: elision = document.text(of: child)
            case .text:
                if part.lyrics.count > first, elision == nil {
                    // Text goes on in another type face.
                    part.lyrics[part.lyrics.count - 1].value.text += document.text(of: child)
                    break
                }
                let lyric = Lyric(verse: verse, syllabic: syllabic, text: document.text(of: child), elision: elision)
                part.lyrics.append(Attached(note: note, value: lyric, origin: origin(of: element)))
                (syllabic, elision) = (nil, nil)
            case .extend:
                if part.lyrics.count == first {
                    let lyric = Lyric(verse: verse, text: "")
                    part.lyrics.append(Attached(note: note, value: lyric, origin: origin(of: element)))
                }
                part.lyrics[part.lyrics.count - 1].value.isExtended = true
            default: break
            }
        }
    }

    /// The notations that the score holds so far.
    mutating func readNotations(_ element: Node, note: Int) {
        for child in document.children(of: element) {
            switch document.tag(of: child) {
            case .fermata:
                part.fermatas.append(Attached(note: note, value: fermata(child), origin: origin(of: child)))
            case .slur:
                guard let edge = edge(child, note: note, value: ()) else { break }
                slurEdges.append(edge)
            case .tuplet:
                guard let edge = edge(child, note: note, value: tupletRatio(child)) else { break }
                tupletEdges.append(edge)
            default: break
            }
        }
    }

    func fermata(_ element: Node) -> Fermata {
        let shape = document.string(of: element)
        let isInverted = document.value(.type, of: element)?.reads("inverted") ?? false
        return Fermata(shape: shape.isEmpty ? "normal" : shape, isInverted: isInverted)
    }

    private func edge<Value>(_ element: Node, note: Int, value: Value) -> SpannerEdge<Value>? {
        guard let type = document.value(.type, of: element), type.reads("start") || type.reads("stop") else {
            return nil
        }
        let number = document.value(.number, of: element)?.integer ?? 1
        return SpannerEdge(
            note: note, number: number, isStart: type.reads("start"), value: value, origin: origin(of: element))
    }

    /// The ratio that a tuplet states for itself.
    private func tupletRatio(_ element: Node) -> TupletRatio? {
        guard
            let actual = document.child(.tupletActual, of: element).flatMap({ document.child(.tupletNumber, of: $0) }),
            let normal = document.child(.tupletNormal, of: element).flatMap({ document.child(.tupletNumber, of: $0) }),
            let actual = document.content(of: actual).integer, let normal = document.content(of: normal).integer
        else { return nil }
        return TupletRatio(actual: actual, normal: normal)
    }
}
