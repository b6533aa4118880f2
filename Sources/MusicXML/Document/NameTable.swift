/// The names of elements, attributes and instructions, each stored once.
///
/// It begins with the vocabulary of MusicXML, so that the index of a known name is the raw value of its ``Tag``.
struct NameTable: Sendable {
    private var names: [String]
    private var indices: [String: UInt32]

    init() { self = NameTable.vocabulary }

    private init(names: [String]) {
        self.names = names
        indices = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    }

    private static let vocabulary = NameTable(names: Tag.allCases.map(\.name))

    subscript(index: UInt32) -> String { names[Int(index)] }

    func index(of name: String) -> UInt32? { indices[name] }

    mutating func intern(_ name: String) -> UInt32 {
        if let index = indices[name] { return index }
        let index = UInt32(names.count)
        names.append(name)
        indices[name] = index
        return index
    }
}
