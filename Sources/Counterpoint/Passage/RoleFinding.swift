import ScoreModel

/// Finds the roles of voices: from the names of their parts, from instruments, else from order and clefs.
struct RoleFinding {
    private let score: Score

    init(_ score: Score) { self.score = score }

    /// The roles of voices, each given by its part and its staff. A part that several voices share gives its role to all of them.
    func roles(of voices: [(part: Int, staff: Int)]) -> [Role?] {
        let strings = score.parts.indices.map { part in
            [.violin1, .violin2, .viola, .cello].contains(Role(partName: score.parts[part].name, amongStrings: false))
        }
        // Beside a soprano an alto is a voice, whatever strings play with the choir.
        let isChoir = score.parts.contains { Role(partName: $0.name, amongStrings: false) == .soprano }
        let stringParts = isChoir ? 0 : strings.count { $0 }
        var roles = voices.map { voice -> Role? in
            let part = score.parts[voice.part]
            let amongStrings = stringParts > (strings[voice.part] ? 1 : 0)
            // Short names are short of letters: T. is a tenor, and Timpani.
            let name = part.name.isEmpty ? part.abbreviation ?? "" : part.name
            return Role(partName: name, amongStrings: amongStrings)
                ?? part.instruments.first.flatMap { Role($0) }
        }
        numberViolins(&roles, of: voices.map(\.part))
        if roles.allSatisfy({ $0 == nil }) { roles = rolesByClefs(of: voices) ?? roles }
        return roles
    }

    /// The second part that is called a violin is the second violin, whatever its name.
    private func numberViolins(_ roles: inout [Role?], of parts: [Int]) {
        let violins = roles.indices.filter { roles[$0] == .violin1 || roles[$0] == .violin2 }
        guard let first = violins.first, let last = violins.last, Set(violins.map { parts[$0] }).count == 2,
            roles[first] == roles[last]
        else { return }
        for voice in violins { roles[voice] = parts[voice] == parts[first] ? .violin1 : .violin2 }
    }

    /// Four voices in the clefs of a choir, in open score or two to a staff; or in those of a quartet.
    private func rolesByClefs(of voices: [(part: Int, staff: Int)]) -> [Role?]? {
        guard voices.count == 4 else { return nil }
        let clefs = voices.map { voice in
            score.parts[voice.part].clefs.first { $0.concerns(staff: voice.staff) }?.value
        }
        let signs = clefs.map { $0?.sign }
        guard signs[0] == .g, signs[1] == .g, signs[3] == .f else { return nil }
        switch (signs[2], clefs[2]?.line) {
        case (.c, 3): return [.violin1, .violin2, .viola, .cello]
        case (.g, _), (.f, _), (.c, 4): return [.soprano, .alto, .tenor, .bass]
        default: return nil
        }
    }
}
