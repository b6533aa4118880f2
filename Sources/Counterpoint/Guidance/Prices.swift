/// What offences against rules charge a composer who draws notes by chance.
///
/// A price is in nats: it makes what breaks the rule e^price times less probable. Rules without a price are not looked at.
public struct Prices: Hashable, Sendable, Codable {
    /// The price of the usual case, by the name of the rule.
    public var rules: [String: Float]

    /// Prices by the names of rules.
    public init(_ rules: [String: Float]) { self.rules = rules }

    /// The price of an offence: mild cases cost half, grave ones half as much again.
    func price(of degree: Offence.Degree, _ usual: Float) -> Float {
        switch degree {
        case .mild: usual / 2
        case .usual: usual
        case .grave: usual * 1.5
        }
    }

    /// The rules of a kind that have a price, with the limits of a style.
    func rules<Kind>(_ limits: Limits, as kind: Kind.Type) -> [(rule: Kind, price: Float)] {
        RuleList.all.compactMap { type in
            guard let price = rules[type.card.id], price != 0, let rule = type.init(limits) as? Kind else { return nil }
            return (rule, price)
        }
    }
}
