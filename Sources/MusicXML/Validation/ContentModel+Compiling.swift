extension ContentModel {
    /// Compiles the declarations of ``tables``.
    init(tables: String) {
        var compiler = ContentModelCompiler()
        for line in tables.split(separator: "\n") { compiler.declare(line) }
        self = compiler.finish()
    }
}

/// Turns declarations into tables.
private struct ContentModelCompiler {
    private var model = ContentModel()
    private var groups: [Substring: [Substring]] = [:]
    private var valueIndices: [String: Int] = [:]
    private var contents: [Int: Expression<Particle>] = [:]
    private var attributes: [Int: [Substring]] = [:]
    private var roots: [String] = []

    init() {
        for type in ValueType.builtIn { add(type) }
    }

    /// Each simple type is also a type of elements that have no attributes.
    private mutating func add(_ value: ValueType) {
        valueIndices[value.name] = model.values.count
        add(.init(name: value.name, base: value.base, content: .text(model.values.count)))
        model.values.append(value)
    }

    private func index(ofValue name: some StringProtocol) -> Int {
        guard let index = valueIndices[String(name)] else { preconditionFailure("\(name) is no value") }
        return index
    }

    private func index(ofType name: some StringProtocol) -> Int {
        guard let index = model.typesByName[String(name)] else { preconditionFailure("\(name) is no type") }
        return index
    }

    private mutating func add(_ type: ContentModel.ElementType) {
        model.typesByName[type.name] = model.types.count
        model.types.append(type)
    }

    mutating func declare(_ line: Substring) {
        let words = line.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return }
        let sides = words[1].split(separator: " = ", maxSplits: 1)
        let (name, body) = (sides[0], sides.count > 1 ? sides[1] : "")
        switch words[0] {
        case "value": declareValue(String(name), body)
        case "group": groups[name] = body.split(separator: " ")
        case "type": declareType(name, body)
        case "root": roots.append(String(name))
        default: break
        }
    }

    // MARK: Values

    private mutating func declareValue(_ name: String, _ body: Substring) {
        let members = body.split(separator: " or ")
        if members.count > 1 {
            add(ValueType(name: name, primitive: .union(members.map { index(ofValue: $0) })))
            return
        }
        let sides = body.split(separator: ": ", maxSplits: 1)
        var facets = sides[0].split(separator: " ", maxSplits: 1)
        let base = String(facets.removeFirst())
        var type = model.values[index(ofValue: base)]
        (type.name, type.base) = (name, base)
        if sides.count > 1 { type.words = sides[1].split(separator: " | ").map { $0 == "\"\"" ? "" : String($0) } }
        if let facet = facets.first { narrow(&type, by: facet) }
        add(type)
    }

    private func narrow(_ type: inout ValueType, by facet: Substring) {
        if facet.first == "/" {
            type.patterns.append(Pattern(String(facet.dropFirst().dropLast())))
        } else if facet.first == ">" {
            type.above = Int(facet.dropFirst())
        } else if facet.hasPrefix("length ") {
            type.length = Int(facet.dropFirst("length ".count)) ?? 0
        } else {
            let bounds = facet.split(separator: "..", omittingEmptySubsequences: false)
            type.least = bounds.first.flatMap { Int($0) } ?? type.least
            type.most = bounds.last.flatMap { Int($0) } ?? type.most
        }
    }

    // MARK: Types

    private mutating func declareType(_ head: Substring, _ body: Substring) {
        let names = head.split(separator: " < ")
        let sides = body.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        var type = ContentModel.ElementType(name: String(names[0]), content: .elements)
        if names.count > 1 { type.base = String(names[1]) }
        if sides[0] == "empty" {
            type.content = .empty
        } else if sides[0].hasPrefix("text ") {
            let value = String(sides[0].dropFirst("text ".count))
            type.base = type.base ?? value
            type.content = .text(index(ofValue: value))
        } else {
            var parser = ParticleParser(sides[0])
            contents[model.types.count] = parser.expression()
        }
        attributes[model.types.count] = sides.count > 1 ? sides[1].split(separator: " ") : []
        add(type)
    }

    mutating func finish() -> ContentModel {
        for type in model.types.indices {
            if let content = contents[type] { compile(content, of: type) }
            for item in attributes[type] ?? [] { declareAttribute(item, of: type) }
        }
        model.words = WordTable(model.values)
        for root in roots {
            model.roots[model.number(ofElement: root)] = UInt16(index(ofType: root))
        }
        fillTables()
        return model
    }

    private mutating func declareAttribute(_ item: Substring, of type: Int) {
        if item.first == "+" {
            for inner in groups[item.dropFirst(), default: []] { declareAttribute(inner, of: type) }
            return
        }
        let sides = item.split(separator: "=", maxSplits: 1)
        let isRequired = sides[0].last == "!"
        let name = String(isRequired ? sides[0].dropLast() : sides[0])
        if model.types[type].attributeCount == 0 { model.types[type].declarations = model.declarations.count }
        let bit: UInt64 = isRequired ? 1 << UInt64(model.types[type].attributeCount) : 0
        model.types[type].attributeCount += 1
        model.types[type].required |= bit
        model.declarations.append(
            .init(
                attribute: model.number(ofAttribute: name), value: UInt16(index(ofValue: sides[1])),
                required: bit))
    }

    /// The tables by type and name, whose size is known once all names are.
    private mutating func fillTables() {
        let (elements, attributes) = (model.elementNames.count, model.attributeNames.count)
        model.symbols = Array(repeating: 0, count: model.types.count * elements)
        model.slots = Array(repeating: 0, count: model.types.count * attributes)
        for (index, type) in model.types.enumerated() {
            for symbol in 0..<type.memberCount {
                model.symbols[index * elements + Int(model.members[type.members + symbol].element)] = UInt8(symbol + 1)
            }
            for slot in 0..<type.attributeCount {
                let attribute = model.declarations[type.declarations + slot].attribute
                model.slots[index * attributes + Int(attribute)] = UInt8(slot + 1)
            }
        }
    }

    // MARK: Content

    private mutating func compile(_ content: Expression<Particle>, of type: Int) {
        let places = Places(content)
        model.types[type].members = model.members.count
        var symbols: [Substring: Int] = [:]
        for particle in places.symbols where symbols[particle.name] == nil {
            symbols[particle.name] = symbols.count + 1
            model.members.append(
                .init(
                    element: model.number(ofElement: String(particle.name)),
                    type: UInt16(index(ofType: particle.type))))
        }
        model.types[type].memberCount = symbols.count
        // Places with the same future are one state.
        struct Future: Hashable {
            var places: Set<Int>
            var canEnd: Bool
        }
        let futures =
            [Future(places: places.first, canEnd: places.matchesNothing)]
            + places.symbols.indices.map { Future(places: places.follow[$0], canEnd: places.last.contains($0)) }
        var states: [Future: Int] = [:]
        for future in futures where states[future] == nil {
            states[future] = model.next.count
            model.next += [future.canEnd ? 1 : 0] + Array(repeating: 0, count: symbols.count)
        }
        for (future, row) in states {
            for place in future.places {
                guard let symbol = symbols[places.symbols[place].name], let target = states[futures[place + 1]] else {
                    continue
                }
                // The schema promises that an element is expected at one place only ("unique particle attribution").
                precondition([0, UInt16(target)].contains(model.next[row + symbol]), "\(model.types[type].name)")
                model.next[row + symbol] = UInt16(target)
            }
        }
        model.types[type].start = UInt16(states[futures[0]] ?? 0)
    }
}

extension ContentModel {
    fileprivate mutating func number(ofElement name: String) -> UInt16 {
        if let number = elements[name] { return number }
        let number = UInt16(elementNames.count)
        elements[name] = number
        elementNames.append(name)
        return number
    }

    fileprivate mutating func number(ofAttribute name: String) -> UInt16 {
        if let number = attributes[name] { return number }
        let number = UInt16(attributeNames.count)
        attributes[name] = number
        attributeNames.append(name)
        return number
    }
}
