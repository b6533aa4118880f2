/// The signs and instructions of a score that send a player elsewhere, each at the moment for which it is meant.
///
/// `Docs/PlayOrder.md` has the rules under "Places and instructions".
struct JumpSigns {
    struct Instruction {
        let onset: Fraction
        let jump: Jump
        /// Where it leads; for a fine, where it stands.
        let target: Fraction
    }

    /// What a player follows.
    private(set) var instructions: [Instruction] = []
    /// Beginnings of repeated passages that are not printed.
    private(set) var forwards: Set<Fraction> = []
    /// What was odd.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ score: Score, readsWords: Bool) {
        var jumps = score.jumps
        let words = score.jumpWords(besides: jumps)
        diagnostics = words.map { $0.diagnostic(isRead: readsWords) }
        if readsWords { jumps += words.map(\.jump) }
        jumps.removeAll { !score.measures.indices.contains($0.measure) }

        var (segnos, codas) = (Places(), Places())
        for jump in jumps {
            switch jump.value.kind {
            case .segno(let name): segnos.add(jump.onset, name)
            case .coda(let name): codas.add(jump.onset, name)
            case .forwardRepeat: forwards.insert(jump.onset)
            case .dalSegno, .daCapo, .toCoda, .fine: break
            }
        }
        segnos.sort()
        codas.sort()

        // Several parts may carry the same instruction.
        var known: Set<Instruction.Identity> = []
        for jump in jumps {
            let measure = score.measures[jump.measure]
            let onset = JumpSigns.moment(of: jump, in: measure)
            let target: Fraction?
            switch jump.value.kind {
            case .daCapo: target = .zero
            case .dalSegno(let name): target = segnos.last(before: onset, name)
            case .toCoda(let name): target = codas.first(notBefore: onset, name)
            case .fine: target = onset
            case .segno, .coda, .forwardRepeat: continue
            }
            guard known.insert(.init(onset: onset, kind: jump.value.kind, passes: jump.value.passes)).inserted else {
                continue
            }
            if let target {
                instructions.append(Instruction(onset: onset, jump: jump.value, target: target))
            } else {
                let isDalSegno = if case .dalSegno = jump.value.kind { true } else { false }
                diagnostics.append(
                    Diagnostic(
                        code: "jump-without-target", severity: .warning, place: .init(measure: measure.number),
                        message: isDalSegno
                            ? "no segno stands before this dal segno; it is passed by"
                            : "no coda stands behind this to coda; it is passed by"))
            }
        }
    }

    /// What stands at the beginning of a measure is meant for its end.
    private static func moment(of jump: Timed<Jump>, in measure: Measure) -> Fraction {
        let end = measure.onset + measure.length
        return jump.onset == measure.onset ? end : min(jump.onset, end)
    }
}

extension JumpSigns.Instruction {
    /// What makes instructions of several parts the same.
    fileprivate struct Identity: Hashable {
        let onset: Fraction
        let kind: Jump.Kind
        let passes: [Int]
    }
}

/// The segnos or the codas of a score.
private struct Places {
    private var all: [Fraction] = []
    private var named: [String: [Fraction]] = [:]

    mutating func add(_ onset: Fraction, _ name: String) {
        all.append(onset)
        named[name, default: []].append(onset)
    }

    mutating func sort() {
        all.sort()
        for name in named.keys { named[name]?.sort() }
    }

    /// The nearest of that name before `onset`, else the nearest of any.
    func last(before onset: Fraction, _ name: String) -> Fraction? {
        named[name]?.last(before: onset) ?? all.last(before: onset)
    }

    /// The nearest of that name from `onset` on, else the nearest of any.
    func first(notBefore onset: Fraction, _ name: String) -> Fraction? {
        named[name]?.first(notBefore: onset) ?? all.first(notBefore: onset)
    }
}
