/// A few notes that break a rule, or keep it: documentation, and a test of the rule.
///
/// The text is ``Shorthand``, one line a voice; `↓` stands before each note at fault.
public struct Example: Sendable {
    /// The voices.
    public let text: String
    /// What there is to see.
    public let caption: String
    /// The profiles that it holds for, where a limit differs; all when nil.
    public let profiles: [Profile]?
    /// Where it was written, so that a test can say so.
    public let line: UInt

    /// A passage in shorthand.
    public init(_ caption: String, _ text: String, profiles: [Profile]? = nil, line: UInt = #line) {
        self.caption = caption
        self.text = text
        self.profiles = profiles
        self.line = line
    }
}
