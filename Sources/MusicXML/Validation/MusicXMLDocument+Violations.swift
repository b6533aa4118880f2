public import ScoreModel

extension MusicXMLDocument {
    /// What in the document breaks the rules of MusicXML 4.0, in the order of the document; nothing when it is valid.
    ///
    /// Every document is judged by the same rules, those of the schema, whatever version it says it has. The codes are
    /// `element-unexpected`, `element-missing`, `text-unexpected`, `attribute-unknown`, `attribute-missing`, `value-invalid`,
    /// `id-duplicate` and `idref-dangling`. After a mistake the validator goes on where the rest fits, so that one mistake is one
    /// violation where that is possible.
    ///
    ///     for violation in document.violations() { print(violation) }
    ///     // line 12, part P1, measure 3: error: <staff> must come before <beam> in <note> [element-unexpected]
    ///
    /// - Parameter limit: How many to describe. Where there are more, a last one with the code `violations-more` counts them.
    /// - Complexity: In proportion to the size of the document.
    public func violations(limit: Int = 1000) -> [Diagnostic] {
        var validator = Validator(self, model: .musicXML, limit: limit)
        validator.run()
        return validator.log.list
    }
}
