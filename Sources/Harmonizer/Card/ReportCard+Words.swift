internal import Counterpoint

/// What text and page say in the same words.
extension ReportCard {
    /// What there is to know at a glance, a sentence a line.
    var verdict: [String] {
        [
            "\(found.text) in \(chords) \(chords == 1 ? "chord" : "chords"), by profile \(profile)", unusual, copies,
        ].compactMap { $0 }
    }

    /// The rules that Bach or composers of quartets break less; nil where there are none. One or two numbers of style are out of the ordinary in his own, too.
    private var unusual: String? {
        let names = foundRules.filter { $0.row.isUnusual }.map(\.card.id)
        return names.isEmpty ? nil : "more than in 95 of 100 \(ensemble.pieces): \(names.joined(separator: ", "))"
    }

    private var copies: String {
        guard provenance.model.pieces != nil else {
            return "what was copied is not known: the model does not tell its pieces"
        }
        guard let ticks = chosen.copied.byTicks, let attacks = chosen.copied.byAttacks else {
            return "nothing copied of \(CopiedRuns.shortest) \(ensemble.ticks) or more"
        }
        let most = ensemble.mostCopied
        let pieces = ticks.piece == attacks.piece ? ticks.piece : "\(ticks.piece), \(attacks.piece)"
        return "nothing copied beyond \(ticks.ticks.count) \(ensemble.ticks) or \(attacks.attacks) notes (\(pieces)); "
            + "\(ensemble.composers): up to \(most.ticks), \(most.attacks)"
    }

    /// The rules that found something within phrases, in the order of the documentation, errors first.
    var foundRules: [(card: RuleCard, row: RuleRow)] {
        let rows = RuleList.cards.compactMap { card in rules[card.id].map { (card: card, row: $0) } }
            .filter { $0.row.found > 0 }
        return rows.filter { $0.row.errors > 0 } + rows.filter { $0.row.errors == 0 }
    }

    /// The rows of style, in their order.
    func style(where isIncluded: (StyleRow) -> Bool) -> [(rate: StyleRate, row: StyleRow)] {
        StyleRow.rates.compactMap { rate in
            style[rate].flatMap { isIncluded($0) ? (rate, $0) : nil }
        }
    }

    /// What was asked for, in a line.
    var request: String {
        var texts = commission.kept.isEmpty ? [] : ["kept: " + commission.kept.joined(separator: ", ")]
        texts.append("composed: " + commission.composed.joined(separator: ", "))
        if let region = commission.region {
            texts[texts.count - 1] +=
                region.first == region.last
                ? " in measure \(region.first)" : " in measures \(region.first) to \(region.last)"
        }
        return texts.joined(separator: "; ")
    }

    /// How to make it again, in a line.
    var recipe: String {
        "seed \(provenance.seed), candidate \(chosen.number), model \(provenance.model.name) "
            + "\(provenance.model.checksum), sampler \(provenance.sampler), Quartet \(provenance.version)"
    }
}

extension RuleRow {
    /// `3`, `3, 1 error`, `3, all given`.
    var times: String {
        var texts = ["\(found)"]
        if errors > 0 { texts.append(errors == 1 ? "1 error" : "\(errors) errors") }
        if given > 0 { texts.append(given == found ? "given" : "\(given) given") }
        return texts.joined(separator: ", ")
    }
}

extension StyleRate {
    /// How many digits after the point say something.
    var digits: Int { factor == 1 ? 2 : 1 }
}
