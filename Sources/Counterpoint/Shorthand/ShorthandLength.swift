import ScoreModel

extension Fraction {
    /// Takes a length in quarter notes off the beginning of a text: `*3/2`, `*2` or `/2`; a quarter note if there is none.
    ///
    /// - Parameters:
    ///   - line: The line of the text, from 1.
    ///   - word: The word on the line, from 1.
    init(shorthand rest: inout Substring, in line: Int, _ word: Int) throws(ShorthandError) {
        var numbers = [1, 1]
        for (index, sign) in ["*", "/"].enumerated() where rest.first.map(String.init) == sign {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), (1...999).contains(number) else {
                throw ShorthandError(
                    line: line, word: word, message: "'\(sign)' needs a number from 1 to 999 after it")
            }
            numbers[index] = number
            rest = rest[digits.endIndex...]
        }
        self = Fraction(numbers[0], over: numbers[1]) ?? 1
    }
}
