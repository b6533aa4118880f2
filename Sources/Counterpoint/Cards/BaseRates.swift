// Made by Tools/measure-lint --write; don't edit.

/// How often each rule finds something in chorales by Bach and in string quartets.
enum BaseRates {
    static func rate(of rule: String) -> (chorales: BaseRate, quartets: BaseRate)? {
        all.first { $0.rule == rule }.map { row in
            (
                BaseRate(mean: row.numbers[0], share: row.numbers[1]),
                BaseRate(mean: row.numbers[2], share: row.numbers[3])
            )
        }
    }

    private static let all: [(rule: String, numbers: [Double])] = []
}
