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

    /// All names as UTF-8, one behind the other, and where each begins; the last place is the end of all.
    ///
    /// Strings that documents share would be counted by every thread that writes one.
    var bytes: (text: [UInt8], starts: [Int]) {
        names.reduce(into: ([], [0])) { result, name in
            result.0.append(contentsOf: name.utf8)
            result.1.append(result.0.count)
        }
    }

    var count: Int { names.count }

    func index(of name: String) -> UInt32? { indices[name] }

    mutating func intern(_ name: String) -> UInt32 {
        if let index = indices[name] { return index }
        let index = UInt32(names.count)
        names.append(name)
        indices[name] = index
        return index
    }
}
