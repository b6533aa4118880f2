internal import ScoreModel

/// Writes values as elements.
struct WritingForm: Form {
    var output: XMLOutput
    /// How many divisions a quarter note has here.
    var divisions: Fraction = 1

    init(output: XMLOutput) { self.output = output }

    /// An element for a value.
    mutating func write(_ name: Tag, _ value: some Formed) {
        output.open(name)
        inner(value)
        output.close(name)
    }

    /// What a value says of the element that is open.
    mutating func inner(_ value: some Formed) {
        var value = value
        value.form(&self)
    }

    mutating func attribute<Value: Lexical>(_ name: Tag, _ value: inout Value?) {
        guard let value else { return }
        output.attribute(name) { value.write(to: &$0) }
    }

    mutating func attribute<Value: Lexical>(_ name: Tag, required value: inout Value) {
        output.attribute(name) { value.write(to: &$0) }
    }

    mutating func time(attribute name: Tag, _ value: inout Fraction?) {
        guard let value else { return }
        output.attribute(name) { (value * divisions).write(to: &$0) }
    }

    mutating func timeContent(_ value: inout Fraction?) {
        if let value { output.content { (value * divisions).write(to: &$0) } }
    }

    mutating func content<Value: Lexical>(_ value: inout Value) {
        output.content { value.write(to: &$0) }
    }

    mutating func text<Value: Lexical>(_ name: Tag, _ value: inout Value?) {
        if let value { output.leaf(name) { value.write(to: &$0) } }
    }

    mutating func text<Value: Lexical>(_ name: Tag, required value: inout Value) {
        output.leaf(name) { value.write(to: &$0) }
    }

    mutating func texts<Value: Lexical>(_ name: Tag, _ values: inout [Value]) {
        for value in values { output.leaf(name) { value.write(to: &$0) } }
    }

    mutating func presence(_ name: Tag, _ value: inout Bool) {
        if value { output.empty(name) }
    }

    mutating func time(_ name: Tag, _ value: inout Fraction?) {
        if let value { output.leaf(name) { (value * divisions).write(to: &$0) } }
    }

    mutating func child<Value: Formed>(_ name: Tag, _ value: inout Value?) {
        if let value { write(name, value) }
    }

    mutating func child<Value: Formed>(_ name: Tag, required value: inout Value) { write(name, value) }

    mutating func children<Value: Formed>(_ name: Tag, _ values: inout [Value]) {
        for value in values { write(name, value) }
    }

    mutating func noteValue(_ name: Tag, dot: Tag, _ value: inout NoteValue?) {
        guard let value else { return }
        output.leaf(name) { value.base.write(to: &$0) }
        for _ in 0..<value.dots { output.empty(dot) }
    }
}
