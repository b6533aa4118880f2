/// Who made a piece, and what it is called. Empty where the file does not tell.
public struct Credits: Hashable, Sendable {
    /// Somebody who had a share in it.
    public struct Creator: Hashable, Sendable {
        /// What their share was, such as `composer`; empty where the file does not tell.
        public var role: String
        /// Their name.
        public var name: String

        /// A creator.
        public init(role: String, name: String) {
            self.role = role
            self.name = name
        }
    }

    /// A statement with its kind.
    public struct Statement: Hashable, Sendable {
        /// What kind of statement it is, when the file tells.
        public var type: String?
        /// What is stated.
        public var text: String

        /// A statement.
        public init(type: String? = nil, _ text: String) {
            self.type = type
            self.text = text
        }
    }

    /// How the file was made.
    public enum Encoding: Hashable, Sendable {
        /// The program.
        case software(String)
        /// The day, as `2026-11-23`.
        case date(String)
        /// Somebody who had a share in it.
        case encoder(Statement)
        /// Anything else.
        case description(String)
        /// Whether the file says all that there is to say about an element, an attribute, or a value of one.
        case supports(Bool, element: String, attribute: String?, value: String?)
    }

    /// The title of the work.
    public var workTitle: String?
    /// Its number, such as an opus.
    public var workNumber: String?
    /// The address of the collection that it belongs to.
    public var opus: Link?
    /// The title of the movement.
    public var movementTitle: String?
    /// Its number.
    public var movementNumber: String?
    /// Who wrote the music, the words …
    public var creators: [Creator] = []
    /// Statements of copyright.
    public var rights: [Statement] = []
    /// How the file was made.
    public var encoding: [Encoding] = []
    /// What it was made from.
    public var source: String?
    /// What it is related to.
    public var relations: [Statement] = []
    /// Anything else, by name.
    public var miscellaneous: [Statement] = []

    /// No credits.
    public init() {}

    /// The title to show: the movement's, else the work's.
    public var title: String {
        [movementTitle, workTitle].lazy.compactMap { $0 }.first { !$0.isEmpty } ?? ""
    }

    /// The programs that made the file.
    public var software: [String] {
        encoding.compactMap { if case .software(let name) = $0 { name } else { nil } }
    }
}
