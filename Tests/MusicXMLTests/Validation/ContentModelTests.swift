import Testing

@testable import MusicXML

@Suite struct ContentModelTests {
    let model = ContentModel.musicXML

    @Test func `a score is by parts or by measures`() {
        #expect(Set(model.roots.keys.map { model.elementNames[Int($0)] }) == ["score-partwise", "score-timewise"])
    }

    @Test func `the tables have all elements, and room for their numbers`() {
        #expect(model.elementNames.count > 400)
        #expect(model.next.count < UInt16.max)
        #expect(model.types.allSatisfy { $0.memberCount < UInt8.max && $0.attributeCount <= UInt64.bitWidth })
    }

    @Test func `every state leads on to an end`() {
        var detours = DetourTable()
        for (index, type) in model.types.enumerated() {
            guard case .elements = type.content else { continue }
            #expect(detours.find(from: type.start, to: 0, type: index, in: model) != nil, "\(type.name)")
        }
    }

    @Test func `every form has words for its message`() {
        for type in model.values where !type.patterns.isEmpty {
            #expect(ContentModel.form(of: type) != "a text of another form", "\(type.name)")
        }
    }

    @Test func `content may be written with brackets, choices and bounds`() throws {
        let small = ContentModel(
            tables: """
                type empty = empty;
                type a = (b:empty | c:empty){0,2}, (d:empty, e:empty?)+; x!=xs:token
                root a
                """)
        let right = ["bd", "d", "bcd", "cbdded", "de"]
        let wrong = ["", "b", "bcbd", "e", "dee", "db"]
        #expect(right.filter { !accepts($0, small) } == [])
        #expect(wrong.filter { accepts($0, small) } == [])
    }

    /// Whether the letters are a content that the type `a` can have.
    private func accepts(_ letters: String, _ model: ContentModel) -> Bool {
        guard let type = model.typesByName["a"] else { return false }
        var state = model.types[type].start
        for letter in letters {
            let symbol = model.symbol(of: model.elements[String(letter)] ?? 0, in: type)
            state = symbol == 0 ? ContentModel.none : model.state(after: symbol, from: state)
            if state == ContentModel.none { return false }
        }
        return model.canEnd(state)
    }
}
