/// What words say about playing, in the Italian that scores share.
enum PlayingWord {
    case slower, faster
    case tempoBack, firstTempo
    case louder, softer
    case plucked, bowed

    /// The last thing that a text says; nil where it says nothing of the kind.
    ///
    /// Whole words count, so that a *string quartet* is no *stringendo*.
    init?(_ text: String) {
        // Long texts are no instructions.
        guard text.utf8.count <= 80 else { return nil }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let place = words.firstIndex(of: "tempo") {
            let next = place + 1 < words.count ? words[place + 1] : ""
            if ["primo", "i", "1", "1o", "imo"].contains(next) {
                self = .firstTempo
                return
            }
            if place > 0, words[place - 1] == "a" {
                self = .tempoBack
                return
            }
        }
        guard let meaning = words.last(where: { PlayingWord.meanings[$0] != nil }).flatMap({ PlayingWord.meanings[$0] })
        else { return nil }
        self = meaning
    }

    private static let meanings: [String: PlayingWord] = [
        "rit": .slower, "ritard": .slower, "ritardando": .slower, "riten": .slower, "ritenuto": .slower,
        "rall": .slower, "rallent": .slower, "rallentando": .slower, "allarg": .slower, "allargando": .slower,
        "slentando": .slower, "accel": .faster, "accelerando": .faster, "stringendo": .faster,
        "affrettando": .faster, "cresc": .louder, "crescendo": .louder, "decresc": .softer,
        "decrescendo": .softer, "dim": .softer, "dimin": .softer, "diminuendo": .softer, "pizz": .plucked,
        "pizzicato": .plucked, "arco": .bowed,
    ]
}

extension Part {
    /// Words of the part's directions that say how to play, with the end of the dashes behind them.
    func playingWords() -> [(direction: Int, word: PlayingWord, end: Fraction?)] {
        var list: [(direction: Int, word: PlayingWord, end: Fraction?)] = []
        for (index, direction) in directions.enumerated() {
            for case .words(let text) in direction.value.signs.joined() {
                guard let word = PlayingWord(text) else { continue }
                list.append((index, word, dashesEnd(at: index)))
                break
            }
        }
        return list
    }

    /// Where dashes end that begin with a direction, or with another that follows it at the same moment.
    private func dashesEnd(at index: Int) -> Fraction? {
        for direction in directions[index...].prefix(4) where direction.onset == directions[index].onset {
            for case .dashes(let edge, _) in direction.value.signs.joined() where edge.role == .start {
                guard let partner = edge.partner, directions.indices.contains(Int(partner)) else { continue }
                let end = directions[Int(partner)].onset
                if end > direction.onset { return end }
            }
        }
        return nil
    }
}
