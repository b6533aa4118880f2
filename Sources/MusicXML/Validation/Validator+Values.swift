internal import ScoreModel

// Attributes and text.

extension Validator {
    /// Checks the attributes of an element.
    ///
    /// - Returns: The type of the element: the one given, or the one that it claims by `xsi:type`.
    mutating func checkAttributes(_ index: UInt32, _ record: MusicXMLDocument.Record, type: Int) -> Int {
        let type = names.hasNamespaces && record.count > 0 ? claimedType(index, record, declared: type) : type
        var found: UInt64 = 0
        for attribute in document.attributes[record.range] {
            var number = names.attributes[Int(attribute.name)]
            if number == NameMap.namespace { continue }
            if number == NameMap.prefixed {
                guard let known = self.number(ofPrefixed: attribute.name) else { continue }
                number = known
            }
            guard let declaration = model.declaration(of: number, in: type) else {
                reportUnknown(attribute, of: index, type: type)
                continue
            }
            found |= declaration.required
            let value = Int(declaration.value)
            if !model.accepts(document.buffer.span.extracting(attribute.range), as: value) {
                let text = document.buffer[attribute.range]
                report(
                    .valueInvalid, index
                ) {
                    "\($0.quoted(attribute.range)) is no value for \($0.described(attribute: attribute.name, of: index)): "
                        + $0.model.advice(on: String(decoding: text.prefix(200), as: UTF8.self), for: value)
                }
            } else {
                checkIdentity(of: index, attribute: attribute.name, range: attribute.range, value: value)
            }
        }
        if found != model.types[type].required { reportMissing(found, of: index, type: type) }
        return type
    }

    /// The number of an attribute with a prefix; nil for those that every element may have.
    private func number(ofPrefixed name: UInt32) -> UInt16? {
        let (prefix, local) = NameMap.parts(document.names[name])
        switch scope[prefix] {
        case .xml: return model.attributes["xml:" + local] ?? ContentModel.none
        case .xlink: return model.attributes["xlink:" + local] ?? ContentModel.none
        case .instance where ["type", "schemaLocation", "noNamespaceSchemaLocation"].contains(local): return nil
        default: return ContentModel.none
        }
    }

    /// The type that an element claims to have (XML Schema part 1, section 2.6.1), which has to be derived from the declared one.
    private mutating func claimedType(_ index: UInt32, _ record: MusicXMLDocument.Record, declared: Int) -> Int {
        for attribute in document.attributes[record.range]
        where names.attributes[Int(attribute.name)] == NameMap.prefixed {
            let (prefix, local) = NameMap.parts(document.names[attribute.name])
            guard local == "type", scope[prefix] == .instance else { continue }
            let (namespace, name) = NameMap.parts(
                String(decoding: document.buffer[attribute.range].trimmed, as: UTF8.self))
            let known: String? =
                switch scope[namespace] {
                case .none where !name.hasPrefix("xs:"): name
                case .schema: "xs:" + name
                default: nil
                }
            guard let known, let type = model.typesByName[known], !model.isAnonymous(type),
                model.isDerived(known, from: model.types[declared].name)
            else {
                report(
                    .valueInvalid, index
                ) { "\($0.quoted(attribute.range)) is no type that <\($0.name(index))> can have instead of its own" }
                return declared
            }
            return type
        }
        return declared
    }

    private mutating func reportUnknown(
        _ attribute: MusicXMLDocument.AttributeRecord, of index: UInt32, type: Int
    ) {
        guard !log.isFull else {
            log.skip()
            return
        }
        let name = document.names[attribute.name]
        let known = model.attributes(of: type)
        let advice =
            nearest(to: name, among: known).map { "; did you mean \($0)?" }
            ?? (known.isEmpty ? ", which has none" : "")
        report(.attributeUnknown, index) { "<\($0.name(index))> has no attribute \(shortened(name))\(advice)" }
    }

    private mutating func reportMissing(_ found: UInt64, of index: UInt32, type: Int) {
        let declarations = model.types[type].declarations
        for slot in 0..<model.types[type].attributeCount {
            let declaration = model.declarations[declarations + slot]
            guard declaration.required & ~found != 0 else { continue }
            let name = model.attributeNames[Int(declaration.attribute)]
            report(.attributeMissing, index) { "<\($0.name(index))> must have the attribute \(name)" }
        }
    }

    // MARK: Text

    /// Checks an element that holds text only.
    mutating func checkText(_ index: UInt32, _ record: MusicXMLDocument.Record, value: Int) {
        guard record.firstChild != MusicXMLDocument.Record.none else {
            checkText(index, document.buffer[0..<0], value: value)
            return
        }
        let first = document.records[record.firstChild]
        if first.kind == .text, first.next == MusicXMLDocument.Record.none {
            if !model.accepts(document.buffer.span.extracting(first.range), as: value) {
                checkText(index, document.buffer[first.range], value: value)
            }
            return
        }
        var text: [UInt8] = []
        for child in document.children(of: Node(index)) {
            text += document.spaces[document[child].leading]
            switch document.kind(of: child) {
            case .text: text += document.bytes(of: child)
            case .element:
                report(
                    .elementUnexpected, child.index
                ) { "<\($0.name(index))> holds text only, and no <\($0.name(child.index))>" }
                return
            default: break
            }
        }
        text += document.spaces[record.trailing]
        checkText(index, text[...], value: value)
    }

    private mutating func checkText(_ index: UInt32, _ text: ArraySlice<UInt8>, value: Int) {
        guard !model.accepts(text.span, as: value) else { return }
        let string = String(decoding: text.prefix(200), as: UTF8.self)
        report(
            .valueInvalid, index
        ) {
            (text.isEmpty ? "<\($0.name(index))> is empty" : "\($0.quoted(string)) is no value for <\($0.name(index))>")
                + ": \($0.model.advice(on: string, for: value))"
        }
    }

    /// Checks an element that must be empty: of white space too.
    mutating func checkEmpty(_ index: UInt32) {
        var hasText = !document.spaces[document[Node(index)].trailing].isEmpty
        for child in document.children(of: Node(index)) {
            hasText = hasText || !document.spaces[document[child].leading].isEmpty
            switch document.kind(of: child) {
            case .text: hasText = hasText || !document.bytes(of: child).isEmpty
            case .element:
                report(
                    .elementUnexpected, child.index
                ) { "<\($0.name(index))> must be empty; <\($0.name(child.index))> is in it" }
                return
            default: break
            }
        }
        guard hasText else { return }
        let text = document.content(of: Node(index))
        report(
            .textUnexpected, index
        ) {
            "<\($0.name(index))> must be empty; "
                + (text.isEmpty
                    ? "even white space is too much"
                    : "\($0.quoted(String(decoding: text.prefix(200), as: UTF8.self))) is in it")
        }
    }
}

extension ContentModel {
    /// True for a type that stands inside the declaration of an element, and so cannot be named.
    func isAnonymous(_ type: Int) -> Bool {
        types[type].name.contains(".") || roots.values.contains(UInt16(type))
    }

    /// The names of the attributes that a type has.
    func attributes(of type: Int) -> [String] {
        let first = types[type].declarations
        return declarations[first..<first + types[type].attributeCount].map { attributeNames[Int($0.attribute)] }
    }
}
