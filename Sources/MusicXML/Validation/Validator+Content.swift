internal import ScoreModel

// What to say about an element that does not fit, and how to go on.

extension Validator {
    /// How many siblings are looked at to find out what a mistake is. Further away, it is not seen as one mistake any more.
    static var horizon: Int { 64 }

    /// Reports an element that does not fit and finds out where to go on.
    ///
    /// - Parameter symbol: The member of the type that the element is, or 0.
    /// - Returns: The member to judge the element by; nil to pass over it and everything in it.
    mutating func recover(from index: UInt32, _ symbol: Int, in frame: inout Frame) -> Int? {
        if symbol == 0 { return recoverFromStranger(index, in: &frame) }
        if frame.hasStranger {
            frame.hasStranger = false
            for other in expected(in: frame) {
                let behind = model.state(after: other, from: frame.state)
                let state = model.state(after: symbol, from: behind)
                if state != ContentModel.none {
                    // The stranger stood for this element, and has been complained about.
                    frame.state = state
                    return symbol
                }
            }
        }
        if frame.expectedLate == symbol {
            frame.expectedLate = 0
            return symbol
        }
        if let detour = detours.find(from: frame.state, to: symbol, type: frame.type, in: model) {
            let behind = model.state(after: symbol, from: detour.state)
            guard !log.isFull, let late = detour.missing.first(where: { follows($0, index, in: frame) }) else {
                reportMissing(detour, before: index, symbol, in: frame)
                frame.state = behind
                return symbol
            }
            report(
                .elementUnexpected, index,
                "<\(name(index))> must come after \(tag(late, frame)) in <\(name(frame.node))>")
            // Either two changed places, or this one came far too early: what follows tells.
            if fit(of: frame.type, from: behind, passing: late, behind: index)
                >= fit(of: frame.type, from: frame.state, passing: 0, behind: index)
            {
                frame.state = behind
                frame.expectedLate = late
            }
        } else {
            frame.state = reportLate(index, symbol, in: frame)
        }
        return symbol
    }

    /// An element that its parent cannot have anywhere.
    private mutating func recoverFromStranger(_ index: UInt32, in frame: inout Frame) -> Int? {
        guard !log.isFull else {
            log.skip()
            frame.hasStranger = true
            return nil
        }
        let fitting = expected(in: frame)
        let found = document.names[document.records[index].name]
        let parent = name(frame.node)
        let isForeign = !scope.isPlain || found.contains(":")
        let misspelt = isForeign ? nil : nearest(to: found, among: fitting.map { memberName($0, frame) })
        if let misspelt, let symbol = fitting.first(where: { memberName($0, frame) == misspelt }) {
            report(
                .elementUnexpected, index,
                "<\(shortened(found))> is unknown in <\(parent)>; did you mean <\(misspelt)>?")
            frame.state = model.state(after: symbol, from: frame.state)
            return symbol
        }
        frame.hasStranger = true
        var reason = "<\(shortened(found))> is unknown in <\(parent)>"
        if isForeign {
            reason = "<\(shortened(found))> is of another namespace; MusicXML has no place for it"
        } else if let element = model.elements[found] {
            let homes = model.parents(of: element)
            reason = "<\(found)> cannot stand in <\(parent)>" + (homes.isEmpty ? "" : ", only in \(homes)")
        }
        report(.elementUnexpected, index, "\(reason); \(expectation(in: frame))")
        return nil
    }

    private mutating func reportMissing(_ detour: Detour, before index: UInt32, _ symbol: Int, in frame: Frame) {
        guard !log.isFull else {
            log.skip()
            return
        }
        let single = expected(in: frame).filter {
            model.state(after: symbol, from: model.state(after: $0, from: frame.state)) != ContentModel.none
        }
        let choices = detour.missing.count == 1 ? single : expected(in: frame)
        report(
            .elementMissing, index, "<\(name(frame.node))> must have \(list(choices, frame)) before <\(name(index))>")
    }

    /// True when an element stands among the next siblings.
    private func follows(_ symbol: Int, _ index: UInt32, in frame: Frame) -> Bool {
        var next = document.records[index].next
        for _ in 0..<Validator.horizon where next != MusicXMLDocument.Record.none {
            let record = document.records[next]
            if record.kind == .element,
                model.symbol(of: names.elements[Int(record.name)], in: frame.type) == symbol
            {
                return true
            }
            next = record.next
        }
        return false
    }

    /// How many of the next siblings would be accepted one after the other, the end counting for one.
    ///
    /// - Parameter late: An element that is passed over once.
    private func fit(of type: Int, from start: UInt16, passing late: Int, behind index: UInt32) -> Int {
        var (state, late, next) = (start, late, document.records[index].next)
        for count in 0..<Validator.horizon {
            while next != MusicXMLDocument.Record.none, document.records[next].kind != .element {
                next = document.records[next].next
            }
            guard next != MusicXMLDocument.Record.none else { return count + (model.canEnd(state) ? 1 : 0) }
            let record = document.records[next]
            let symbol = model.symbol(of: names.elements[Int(record.name)], in: type)
            if symbol != 0, symbol == late {
                late = 0
            } else {
                state = symbol == 0 ? ContentModel.none : model.state(after: symbol, from: state)
                if state == ContentModel.none { return count }
            }
            next = record.next
        }
        return Validator.horizon
    }

    /// Reports what is missing at the end of an element.
    mutating func checkEnd(_ frame: Frame) {
        guard !model.canEnd(frame.state) else { return }
        if frame.hasStranger,
            expected(in: frame).contains(where: { model.canEnd(model.state(after: $0, from: frame.state)) })
        {
            return
        }
        guard !log.isFull, let detour = detours.find(from: frame.state, to: 0, type: frame.type, in: model) else {
            log.skip()
            return
        }
        let last = expected(in: frame).filter { model.canEnd(model.state(after: $0, from: frame.state)) }
        let choices = detour.missing.count == 1 ? last : expected(in: frame)
        let behind = frame.count == 0 ? "" : " behind its last element"
        report(.elementMissing, frame.node, "<\(name(frame.node))> must have \(list(choices, frame))\(behind)")
    }
}
