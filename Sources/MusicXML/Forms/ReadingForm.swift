internal import ScoreModel

/// Fills values in from the elements of a document.
struct ReadingForm: Form {
    typealias Node = MusicXMLDocument.Node

    let document: MusicXMLDocument
    /// How many divisions a quarter note has here.
    var divisions: Fraction = 1
    /// The element that is read.
    private(set) var current = Node(0)
    /// False once something that the element cannot do without is missing or means nothing.
    private var isComplete = true

    init(document: MusicXMLDocument) { self.document = document }

    /// The value that an element means; nil when it lacks what it cannot do without.
    mutating func read<Value: Formed>(_ type: Value.Type = Value.self, at element: Node) -> Value? {
        let outer = (current, isComplete)
        defer { (current, isComplete) = outer }
        (current, isComplete) = (element, true)
        var value = Value()
        value.form(&self)
        return isComplete ? value : nil
    }

    /// Fills in what a value says of an element that it shares with others.
    mutating func fill<Value: Formed>(_ value: inout Value, at element: Node) {
        let outer = (current, isComplete)
        defer { (current, isComplete) = outer }
        current = element
        value.form(&self)
    }

    mutating func attribute<Value: Lexical>(_ name: Tag, _ value: inout Value?) {
        guard document[current].count > 0, let bytes = document.attributeBytes(name.rawValue, of: current) else {
            return
        }
        value = Value(lexical: bytes)
    }

    mutating func attribute<Value: Lexical>(_ name: Tag, required value: inout Value) {
        var found: Value?
        attribute(name, &found)
        require(found, &value)
    }

    mutating func time(attribute name: Tag, _ value: inout Fraction?) {
        attribute(name, &value)
        value = value.map { $0 / divisions }
    }

    mutating func timeContent(_ value: inout Fraction?) {
        guard let units = Fraction(lexical: document.allText(of: current)) else {
            isComplete = false
            return
        }
        value = units / divisions
    }

    mutating func content<Value: Lexical>(_ value: inout Value) {
        require(Value(lexical: document.allText(of: current)), &value)
    }

    mutating func text<Value: Lexical>(_ name: Tag, _ value: inout Value?) {
        if let child = document.child(name, of: current) { value = Value(lexical: document.allText(of: child)) }
    }

    mutating func text<Value: Lexical>(_ name: Tag, required value: inout Value) {
        var found: Value?
        text(name, &found)
        require(found, &value)
    }

    mutating func texts<Value: Lexical>(_ name: Tag, _ values: inout [Value]) {
        for child in document.children(of: current) where document.tag(of: child) == name {
            if let value = Value(lexical: document.allText(of: child)) { values.append(value) }
        }
    }

    mutating func presence(_ name: Tag, _ value: inout Bool) {
        value = document.child(name, of: current) != nil
    }

    mutating func time(_ name: Tag, _ value: inout Fraction?) {
        text(name, &value)
        value = value.map { $0 / divisions }
    }

    mutating func child<Value: Formed>(_ name: Tag, _ value: inout Value?) {
        if let child = document.child(name, of: current) { value = read(at: child) }
    }

    mutating func child<Value: Formed>(_ name: Tag, required value: inout Value) {
        var found: Value?
        child(name, &found)
        require(found, &value)
    }

    mutating func children<Value: Formed>(_ name: Tag, _ values: inout [Value]) {
        for child in document.children(of: current) where document.tag(of: child) == name {
            if let value = read(Value.self, at: child) { values.append(value) }
        }
    }

    mutating func noteValue(_ name: Tag, dot: Tag, _ value: inout NoteValue?) {
        for child in document.children(of: current) {
            switch document.tag(of: child) {
            case name: value = NoteValue.Base(lexical: document.content(of: child)).map { NoteValue($0) }
            case dot: value?.addDot()
            default: break
            }
        }
    }

    private mutating func require<Value>(_ found: Value?, _ value: inout Value) {
        if let found { value = found } else { isComplete = false }
    }
}

extension NoteValue {
    /// One more dot; nobody writes more than twenty.
    mutating func addDot() { dots = min(dots + 1, 20) }
}
