/// What the names of a document are in the content model, each looked up once.
struct NameMap {
    /// The element, or 0, by the index of the name in the document.
    private(set) var elements: [UInt16] = []
    /// The attribute, or one of the numbers below, by the index of the name in the document.
    private(set) var attributes: [UInt16] = []
    /// True when the document has declarations of namespaces.
    private(set) var hasNamespaces = false

    /// A declaration of a namespace.
    static let namespace = UInt16.max
    /// A name with a prefix, which means something else in every place.
    static let prefixed = UInt16.max - 1

    init(_ names: NameTable, model: ContentModel) {
        elements.reserveCapacity(names.count)
        attributes.reserveCapacity(names.count)
        for index in 0..<UInt32(names.count) {
            let name = names[index]
            let colon = name.utf8.firstIndex(of: UInt8(ascii: ":"))
            elements.append(colon == nil ? model.elements[name] ?? ContentModel.none : ContentModel.none)
            if name == "xmlns" || name.hasPrefix("xmlns:") {
                hasNamespaces = true
                attributes.append(NameMap.namespace)
            } else if colon != nil {
                attributes.append(NameMap.prefixed)
            } else {
                attributes.append(model.attributes[name] ?? ContentModel.none)
            }
        }
    }

    /// A name taken apart.
    static func parts(_ name: String) -> (prefix: String, local: String) {
        guard let colon = name.firstIndex(of: ":") else { return ("", name) }
        return (String(name[..<colon]), String(name[name.index(after: colon)...]))
    }
}
