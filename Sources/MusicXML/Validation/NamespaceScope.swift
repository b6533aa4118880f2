/// What the prefixes of a document mean at the place that has been reached.
struct NamespaceScope {
    /// The namespaces that matter to MusicXML; nobody has to tell the others apart.
    enum Namespace {
        /// None: where the elements of MusicXML are.
        case none
        case xml, xlink, schema, instance, foreign

        init(_ name: ArraySlice<UInt8>) {
            switch name.count {
            case 0: self = .none
            case _ where name.reads("http://www.w3.org/1999/xlink"): self = .xlink
            case _ where name.reads("http://www.w3.org/XML/1998/namespace"): self = .xml
            case _ where name.reads("http://www.w3.org/2001/XMLSchema"): self = .schema
            case _ where name.reads("http://www.w3.org/2001/XMLSchema-instance"): self = .instance
            default: self = .foreign
            }
        }
    }

    /// By the prefix, the empty one being that of names without.
    private var namespaces: [String: Namespace] = ["": .none, "xml": .xml]
    private var replaced: [(prefix: String, namespace: Namespace)] = []

    /// True where names without prefix are those of MusicXML.
    private(set) var isPlain = true

    /// How many declarations are in force, which ``close(to:)`` takes back to.
    var count: Int { replaced.count }

    mutating func declare(_ prefix: String, _ namespace: Namespace) {
        replaced.append((prefix, self[prefix]))
        namespaces[prefix] = namespace
        if prefix.isEmpty { isPlain = namespace == .none }
    }

    mutating func close(to count: Int) {
        while replaced.count > count, let last = replaced.popLast() {
            namespaces[last.prefix] = last.namespace
            if last.prefix.isEmpty { isPlain = last.namespace == .none }
        }
    }

    subscript(prefix: String) -> Namespace { namespaces[prefix] ?? .foreign }
}
