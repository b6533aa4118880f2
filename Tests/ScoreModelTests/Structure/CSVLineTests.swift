import Testing

@testable import ScoreModel

@Suite struct CSVLineTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
        ("two\nlines", "\"two\nlines\""),
    ])
    func `fields are quoted where they must be`(_ field: String, quoted: String) {
        #expect(csvLine([field, "x"]) == "\(quoted),x\n")
    }
}
