/// What there is in each element, whatever its order and its values, as numbers that are equal when the contents are.
///
/// Two elements with equal numbers have the same elements, attributes and comments in them, and need not be looked at more closely.
struct ContentShape {
    /// By the index of the node; nothing for texts.
    private(set) var full: [UInt64]
    /// The same without attributes.
    private(set) var outline: [UInt64]

    /// - Parameter names: The number of each of the document's names, the same for documents that are to be compared.
    init(_ document: MusicXMLDocument, names: [UInt32]) {
        full = [UInt64](repeating: 0, count: document.records.count)
        outline = full
        for index in ContentShape.order(document).reversed() {
            let record = document.records[index]
            // Texts have no place in the lists: what they add is always the same.
            var (whole, bare): (UInt64, UInt64) =
                record.kind == .text ? (1, 1) : (full[Int(index)], outline[Int(index)])
            switch record.kind {
            case .element:
                let name = names[Int(record.name)]
                for attribute in document.attributes[Int(record.start)..<Int(record.start + record.count)] {
                    let attributeName = names[Int(attribute.name)]
                    if attributeName != ContentShape.ignored { whole &+= mixed(UInt64(attributeName) << 32) }
                }
                // Wrappers add up, so that one with everything is equal to two that share it.
                if !Wrapper.contains(name) {
                    (whole, bare) = (mixed(whole &+ UInt64(name)), mixed(bare &+ UInt64(name)))
                }
                (full[Int(index)], outline[Int(index)]) = (whole, bare)
                guard !Wrapper.isTimekeeping(name, in: ContentShape.name(record.parent, document, names)) else {
                    continue
                }
            case .text:
                guard !document.isBlank(record) else { continue }
            case .comment, .instruction:
                whole = mixed(UInt64(record.kind.rawValue) << 48)
                full[Int(index)] = whole
            case .document, .doctype: continue
            }
            let parent = ContentShape.name(record.parent, document, names)
            let salt = Wrapper.contains(parent) ? UInt64(parent) << 16 : 0
            let isWrapper = record.kind == .element && Wrapper.contains(names[Int(record.name)])
            full[Int(record.parent)] &+= isWrapper ? whole : mixed(whole ^ salt)
            guard record.kind == .element || record.kind == .text else { continue }
            outline[Int(record.parent)] &+= isWrapper ? bare : mixed(bare ^ salt)
        }
    }

    /// Stands for the names of attributes that say nothing about the score.
    static let ignored = UInt32.max

    private static func name(_ node: UInt32, _ document: MusicXMLDocument, _ names: [UInt32]) -> UInt32 {
        let record = document.records[node]
        return record.kind == .element ? names[Int(record.name)] : LossKind.nobody
    }

    /// Every node that is in the tree, each before its children. Edited documents keep nodes that are not.
    private static func order(_ document: MusicXMLDocument) -> [UInt32] {
        var order: [UInt32] = []
        order.reserveCapacity(document.records.count)
        var index: UInt32 = 0
        while true {
            let record = document.records[index]
            order.append(index)
            if record.firstChild != MusicXMLDocument.Record.none, record.kind == .element || record.kind == .document {
                index = record.firstChild
                continue
            }
            while index != 0, document.records[index].next == MusicXMLDocument.Record.none {
                index = document.records[index].parent
            }
            if index == 0 { return order }
            index = document.records[index].next
        }
    }
}

/// Elements that only hold others together, and elements by which a file counts time.
enum Wrapper {
    /// True for elements that mean nothing without what is in them, so that one may take the place of two.
    static func contains(_ name: UInt32) -> Bool {
        switch name {
        case Tag.attributes.rawValue, Tag.notations.rawValue, Tag.articulations.rawValue, Tag.ornaments.rawValue,
            Tag.technical.rawValue, Tag.backup.rawValue, Tag.forward.rawValue:
            true
        default: false
        }
    }

    /// True for what says how long something lasts in the file's own count, and where `forward` leads.
    static func isTimekeeping(_ name: UInt32, in holder: UInt32) -> Bool {
        switch name {
        case Tag.divisions.rawValue, Tag.duration.rawValue: true
        case Tag.voice.rawValue, Tag.staff.rawValue: holder == Tag.forward.rawValue
        default: false
        }
    }
}

/// Spreads the bits of a number over all of it (SplitMix64, Steele, Lea and Flood 2014).
private func mixed(_ number: UInt64) -> UInt64 {
    var word = number &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
}
