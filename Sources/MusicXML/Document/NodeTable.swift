/// The nodes of a document, by their index.
///
/// Most elements of a score hold one short text and nothing else. Such a text shares the record of its element, which saves a third of the
/// records and of the time to make them. Its index is that of the element with the highest bit set; who reads or changes it by this
/// index sees a record like any other.
struct NodeTable: Sendable {
    typealias Record = MusicXMLDocument.Record

    /// Where the text shares the record of an element, `firstChild` is where it begins and `trailing` is how long it is: there is neither
    /// another child nor white space behind it.
    private(set) var stored = [Record(kind: .document)]
    /// Texts that shared a record until one of the two was changed, by the index of their element.
    private var parted: [UInt32: Record] = [:]

    /// Set in the index of a text that shares the record of an element, or did.
    private static let textBit: UInt32 = 1 << 31
    /// Indices below are those of records.
    static var most: Int { Int(textBit) }

    /// How many nodes there are, without texts that share a record.
    var count: Int { stored.count }

    @inline(__always) subscript(index: UInt32) -> Record {
        get {
            if index & NodeTable.textBit != 0 { return text(of: index & ~NodeTable.textBit) }
            var record = stored[Int(index)]
            if record.sharesText {
                record.sharesText = false
                record.firstChild = index | NodeTable.textBit
                record.trailing = SpaceTable.none
            }
            return record
        }
        set {
            let owner = index & ~NodeTable.textBit
            if stored[Int(owner)].sharesText { part(owner) }
            if owner == index { stored[Int(index)] = newValue } else { parted[owner] = newValue }
        }
    }

    /// Where the text of an element is that holds nothing else; nil for other elements, and for some of which it is true.
    @inline(__always) func onlyText(of element: UInt32) -> Range<Int>? {
        guard element & NodeTable.textBit == 0, stored[Int(element)].sharesText else { return nil }
        let start = Int(stored[Int(element)].firstChild)
        return start..<(start + Int(stored[Int(element)].trailing))
    }

    private func text(of owner: UInt32) -> Record {
        let element = stored[Int(owner)]
        guard element.sharesText else { return parted[owner] ?? Record(kind: .text) }
        var record = Record(kind: .text)
        record.line = element.line
        record.parent = owner
        record.start = element.firstChild
        record.count = UInt32(element.trailing)
        record.leading = SpaceTable.none
        return record
    }

    /// Gives a text that shares the record of its element one of its own.
    private mutating func part(_ owner: UInt32) {
        parted[owner] = text(of: owner)
        stored[Int(owner)] = self[owner]
    }

    mutating func reserveCapacity(_ count: Int) { stored.reserveCapacity(count) }

    // MARK: For a builder, which changes no element that is closed but its `next`.

    mutating func append(_ record: Record) { stored.append(record) }

    mutating func setFirstChild(_ child: UInt32, of parent: UInt32) { stored[Int(parent)].firstChild = child }

    mutating func setNext(_ next: UInt32, after sibling: UInt32) { stored[Int(sibling)].next = next }

    mutating func setTrailing(_ space: UInt16, of element: UInt32) { stored[Int(element)].trailing = space }

    mutating func addAttribute(to element: UInt32) { stored[Int(element)].count += 1 }

    /// Makes a text the only content of an element that has none yet; false for one that is too long to share its record.
    mutating func shareText(_ range: Range<Int>, of element: UInt32) -> Bool {
        guard let count = UInt16(exactly: range.count), let start = UInt32(exactly: range.lowerBound) else {
            return false
        }
        stored[Int(element)].sharesText = true
        stored[Int(element)].firstChild = start
        stored[Int(element)].trailing = count
        return true
    }
}
