internal import Counterpoint

extension Passage {
    /// The four voices that a grid is made of, from the top: those of a choir or a string quartet by their roles, else the four that there are.
    ///
    /// Of several voices with one role the first counts that sounds most of the time.
    func fourVoices() throws(GridError) -> [Int] {
        for roles: [Role] in [[.soprano, .alto, .tenor, .bass], [.violin1, .violin2, .viola, .cello]] {
            let found = roles.compactMap { role in
                mainVoices.first { voices[$0].role == role } ?? voices.firstIndex { $0.role == role }
            }
            if found.count == roles.count { return found }
        }
        if mainVoices.count == NetworkShape.voices { return mainVoices }
        if voices.count == NetworkShape.voices { return Array(voices.indices) }
        // Some scores have dozens of voices; a few names say what kind of score it is.
        let names = voices.prefix(8).map(\.label).joined(separator: ", ") + (voices.count > 8 ? ", …" : "")
        let found = voices.isEmpty ? "no voices" : "\(voices.count) voices (\(names))"
        if voices.count < NetworkShape.voices {
            throw GridError(.voicesMissing, "the score has \(found) where \(NetworkShape.voices) are needed")
        }
        throw GridError(
            .voicesUnclear, "the score has \(found), and it is not clear which \(NetworkShape.voices) are meant")
    }
}
