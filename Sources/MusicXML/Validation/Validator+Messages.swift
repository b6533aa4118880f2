internal import ScoreModel

// The words of messages.

extension Validator {
    /// Adds a violation about an element. What it says is only worked out when somebody is going to read it.
    mutating func report(_ code: ViolationLog.Code, _ index: UInt32, _ message: (Validator) -> String) {
        if log.isFull { log.skip() } else { report(code, index, message(self)) }
    }

    /// The same where the message is there already.
    mutating func report(_ code: ViolationLog.Code, _ index: UInt32, _ message: String) {
        log.add(code, order: order, at: place(of: index), message)
    }

    /// Where an element is: its line, and the part and measure around it.
    func place(of index: UInt32) -> Diagnostic.Place {
        let line = Int(document.records[index].line)
        var place = Diagnostic.Place(line: line == 0 ? nil : line)
        var node: Node? = Node(index)
        while let current = node {
            switch document.tag(of: current) {
            case .part: place.part = identity(.id, of: current)
            case .measure: place.measure = identity(.number, of: current)
            default: break
            }
            node = document.parent(of: current)
        }
        return place
    }

    /// An attribute that tells which part or measure it is. No sane file has it behind many others.
    private func identity(_ tag: Tag, of node: Node) -> String? {
        document.attributeRecords(of: node).prefix(32).first { $0.name == tag.rawValue }.map { record in
            shortened(String(decoding: document.buffer[record.range].trimmed, as: UTF8.self))
        }
    }

    func name(_ index: UInt32) -> String { shortened(document.name(of: Node(index))) }

    func described(attribute: UInt32, of index: UInt32) -> String {
        "the attribute \(shortened(document.names[attribute])) of <\(name(index))>"
    }

    func memberName(_ symbol: Int, _ frame: Frame) -> String {
        model.elementNames[Int(model.member(symbol, of: frame.type).element)]
    }

    func tag(_ symbol: Int, _ frame: Frame) -> String { "<\(memberName(symbol, frame))>" }

    /// The elements that fit next.
    func expected(in frame: Frame) -> [Int] {
        (1..<model.types[frame.type].memberCount + 1).filter {
            model.state(after: $0, from: frame.state) != ContentModel.none
        }
    }

    /// What fits next, for the end of a message.
    func expectation(in frame: Frame) -> String {
        let fitting = expected(in: frame)
        let canEnd = model.canEnd(frame.state)
        if fitting.isEmpty { return "</\(name(frame.node))> is expected here" }
        return "expected here: \(list(fitting, frame, or: canEnd ? "the end" : nil))"
    }

    func list(_ symbols: [Int], _ frame: Frame, or last: String? = nil) -> String {
        alternatives(symbols.map { tag($0, frame) }, or: last)
    }

    func quoted(id range: Range<Int>) -> String {
        quoted(String(decoding: document.buffer[range].trimmed.prefix(200), as: UTF8.self))
    }

    func quoted(_ range: Range<Int>) -> String {
        quoted(String(decoding: document.buffer[range].prefix(200), as: UTF8.self))
    }

    func quoted(_ text: String) -> String { MusicXML.quoted(text) }
}

/// A text in quotation marks, on one line and not too long.
func quoted(_ text: String) -> String {
    "\"" + shortened(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })) + "\""
}

/// A text that is cut where it is too long for a message.
func shortened(_ text: String) -> String { text.utf8.count <= 60 ? text : String(text.prefix(50)) + "…" }

/// Names as one reads them out: the first eight, and how many others there are.
func alternatives(_ names: [String], or last: String? = nil) -> String {
    var names = names
    if names.count > 9 { names = names.prefix(8) + ["one of \(names.count - 8) others"] }
    if let last { names.append(last) }
    guard let final = names.last, names.count > 1 else { return names.first ?? "nothing" }
    return names.dropLast().joined(separator: ", ") + " or " + final
}
