/// The passes on which something holds, as the attribute `time-only` lists them.
package struct Passes: Hashable, Sendable {
    /// Empty where all passes are meant.
    private let numbers: [Int]

    /// All passes where the text names none.
    package init(_ text: String?) {
        numbers = (text ?? "").split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
    }

    /// True when this holds on some passes only.
    var isRestricted: Bool { !numbers.isEmpty }

    package func contains(_ pass: Int) -> Bool { numbers.isEmpty || numbers.contains(pass) }
}
