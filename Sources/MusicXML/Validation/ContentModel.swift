/// What MusicXML 4.0 allows where, as flat tables.
///
/// Elements, attributes and types are numbers. The content of each type is a deterministic automaton: a state is the place of a row in
/// ``next``, which begins with whether the content may end there and goes on with the state that each element leads to.
struct ContentModel: Sendable {
    /// The model of the schema.
    static let musicXML = ContentModel(tables: tables)

    /// What stands in an element.
    enum Content: Sendable {
        case empty
        case elements
        /// Text, a value of the type with this index.
        case text(Int)
    }

    /// A type of elements.
    struct ElementType: Sendable {
        var name: String
        /// The type that it is derived from.
        var base: String?
        var content: Content
        /// Where its elements begin in ``members``, and how many there are.
        var members = 0
        var memberCount = 0
        /// The state before the first element.
        var start: UInt16 = 0
        /// Where its attributes begin in ``declarations``.
        var declarations = 0
        var attributeCount = 0
        /// A bit for each attribute that it must have.
        var required: UInt64 = 0
    }

    /// An element that a type may have in it.
    struct Member: Sendable {
        var element: UInt16
        var type: UInt16
    }

    /// An attribute of a type.
    struct Declaration: Sendable {
        var attribute: UInt16
        var value: UInt16
        /// Its bit when it is required, else zero.
        var required: UInt64
    }

    /// No state, no element, no attribute.
    static let none: UInt16 = 0

    var types: [ElementType] = []
    var values: [ValueType] = []
    var words = WordTable([])
    var members: [Member] = []
    var declarations: [Declaration] = []
    /// Names by number; the first stands for names that the schema does not know.
    var elementNames = [""]
    var attributeNames = [""]
    var elements: [String: UInt16] = [:]
    var attributes: [String: UInt16] = [:]
    /// The types of the elements that a document may have as root.
    var roots: [UInt16: UInt16] = [:]
    var typesByName: [String: Int] = [:]
    /// For each type and element, which of its members the element is, from 1.
    var symbols: [UInt8] = []
    /// For each type and attribute, which of its declarations the attribute has, from 1.
    var slots: [UInt8] = []
    /// Rows of states. The first is that of no state, from which nothing leads on.
    var next: [UInt16] = [0]
}

extension ContentModel {
    /// Which member of a type an element is, or 0.
    func symbol(of element: UInt16, in type: Int) -> Int { Int(symbols[type * elementNames.count + Int(element)]) }

    func member(_ symbol: Int, of type: Int) -> Member { members[types[type].members + symbol - 1] }

    func declaration(of attribute: UInt16, in type: Int) -> Declaration? {
        let slot = slots[type * attributeNames.count + Int(attribute)]
        return slot == 0 ? nil : declarations[types[type].declarations + Int(slot) - 1]
    }

    /// The state behind an element, or ``none``.
    func state(after symbol: Int, from state: UInt16) -> UInt16 { next[Int(state) + symbol] }

    func canEnd(_ state: UInt16) -> Bool { next[Int(state)] != 0 }

    /// True when a type is derived from another, or is the same.
    func isDerived(_ name: String, from ancestor: String) -> Bool {
        var current: String? = name
        while let name = current {
            if name == ancestor { return true }
            current = typesByName[name].flatMap { types[$0].base }
        }
        return false
    }
}
