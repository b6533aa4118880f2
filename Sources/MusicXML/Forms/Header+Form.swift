internal import ScoreModel

// What stands before the music.

extension Credits.Statement: Formed {
    init() { self.init("") }

    mutating func form(_ form: inout some Form) {
        form.attribute(.type, &type)
        form.content(&text)
    }
}

extension Credits.Creator: Formed {
    init() { self.init(role: "", name: "") }

    mutating func form(_ form: inout some Form) {
        var type = role.isEmpty ? nil : role
        form.attribute(.type, &type)
        role = type ?? ""
        form.content(&name)
    }
}

/// A field of `miscellaneous`.
private struct Field: Formed {
    var name = ""
    var text = ""

    mutating func form(_ form: inout some Form) {
        form.attribute(.name, required: &name)
        form.content(&text)
    }
}

private struct Miscellaneous: Formed {
    var fields: [Field] = []

    mutating func form(_ form: inout some Form) { form.children(.miscellaneousField, &fields) }
}

/// What a file says about how it was made.
private struct Support: Formed {
    var isSupported = true
    var element = ""
    var attribute: String?
    var value: String?

    mutating func form(_ form: inout some Form) {
        form.attribute(.type, required: &isSupported)
        form.attribute(.element, required: &element)
        form.attribute(.attribute, &attribute)
        form.attribute(.value, &value)
    }
}

extension Credits: Formed {
    /// The children of `identification`; titles are those of the score.
    mutating func form(_ form: inout some Form) {
        form.children(.creator, &creators)
        form.children(.rights, &rights)
        form.encoding(&encoding)
        form.text(.source, &source)
        form.children(.relation, &relations)
        var other =
            miscellaneous.isEmpty
            ? nil : Miscellaneous(fields: miscellaneous.map { Field(name: $0.type ?? "", text: $0.text) })
        form.child(.miscellaneous, &other)
        miscellaneous = other?.fields.map { Statement(type: $0.name, $0.text) } ?? []
    }

    /// True when there is nothing that an `identification` would hold.
    var isUnidentified: Bool {
        creators.isEmpty && rights.isEmpty && encoding.isEmpty && source == nil && relations.isEmpty
            && miscellaneous.isEmpty
    }
}

extension ReadingForm {
    mutating func encoding(_ values: inout [Credits.Encoding]) {
        guard let encoding = document.child(.encoding, of: current) else { return }
        for child in document.children(of: encoding) {
            switch document.tag(of: child) {
            case .software: values.append(.software(document.text(of: child)))
            case .encodingDate: values.append(.date(document.string(of: child)))
            case .encoder: if let statement: Credits.Statement = read(at: child) { values.append(.encoder(statement)) }
            case .encodingDescription: values.append(.description(document.text(of: child)))
            case .supports:
                guard let support = read(Support.self, at: child) else { break }
                values.append(
                    .supports(
                        support.isSupported, element: support.element, attribute: support.attribute,
                        value: support.value))
            default: break
            }
        }
    }
}

extension WritingForm {
    mutating func encoding(_ values: inout [Credits.Encoding]) {
        if values.isEmpty { return }
        output.open(.encoding)
        for value in values {
            switch value {
            case .software(let name): output.leaf(.software, name)
            case .date(let date): output.leaf(.encodingDate, date)
            case .encoder(let statement): write(.encoder, statement)
            case .description(let text): output.leaf(.encodingDescription, text)
            case .supports(let isSupported, let element, let attribute, let value):
                write(
                    .supports,
                    Support(isSupported: isSupported, element: element, attribute: attribute, value: value))
            }
        }
        output.close(.encoding)
    }
}

/// A name and whether it is printed.
struct PrintedName: Formed {
    var text = ""
    var isPrinted: Bool?

    init() {}
    init(_ text: String, isPrinted: Bool?) { (self.text, self.isPrinted) = (text, isPrinted) }

    mutating func form(_ form: inout some Form) {
        form.attribute(.printObject, &isPrinted)
        form.content(&text)
    }
}

extension Player: Formed {
    init() { self.init(id: "", name: "") }

    mutating func form(_ form: inout some Form) {
        form.attribute(.id, required: &id)
        form.text(.playerName, required: &name)
    }
}

extension PartLink: Formed {
    init() { self.init(Link("")) }

    mutating func form(_ form: inout some Form) {
        link.form(&form)
        var ids = instruments.map { InstrumentLink(id: $0) }
        form.children(.instrumentLink, &ids)
        instruments = ids.map(\.id)
        form.texts(.groupLink, &groups)
    }

    private struct InstrumentLink: Formed {
        var id = ""

        init() {}
        init(id: String) { self.id = id }

        mutating func form(_ form: inout some Form) { form.attribute(.id, required: &id) }
    }
}

extension PageText: Formed {
    mutating func form(_ form: inout some Form) {
        form.attribute(.page, &page)
        form.texts(.creditType, &types)
        form.texts(.creditWords, &words)
    }
}

extension Instrument: Formed {
    init() { self.init(id: "") }

    mutating func form(_ form: inout some Form) {
        form.attribute(.id, required: &id)
        form.text(.instrumentName, required: &name)
        form.text(.instrumentAbbreviation, &abbreviation)
        virtual.form(&form)
    }
}

extension PartGroup: Formed {
    init() { self.init(parts: 0..<0) }

    /// The beginning of a group.
    mutating func form(_ form: inout some Form) {
        form.text(.groupName, &name)
        form.child(.groupNameDisplay, &nameDisplay)
        form.text(.groupAbbreviation, &abbreviation)
        form.child(.groupAbbreviationDisplay, &abbreviationDisplay)
        form.text(.groupSymbol, &symbol)
        form.text(.groupBarline, &barline)
        form.presence(.groupTime, &sharesTime)
    }
}
