extension MusicXMLDocument {
    /// The comments and processing instructions of the document, in its order.
    public var remarks: [Node] {
        // Scores have tens of thousands of elements and mostly no remark at all.
        guard records.stored.contains(where: { $0.kind == .comment || $0.kind == .instruction }) else { return [] }
        var remarks: [Node] = []
        var index = records[0].firstChild
        while index != Record.none {
            let record = records[index]
            if record.kind == .comment || record.kind == .instruction { remarks.append(Node(index)) }
            if record.kind == .element, record.firstChild != Record.none {
                index = record.firstChild
                continue
            }
            while index != Record.none, records[index].next == Record.none { index = records[index].parent }
            if index != Record.none { index = records[index].next }
        }
        return remarks
    }
}
