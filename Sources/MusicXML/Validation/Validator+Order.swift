internal import ScoreModel

// What to say about an element that would have fitted earlier.

extension Validator {
    /// An element that was accepted, with the state before it.
    private struct Step {
        var node: UInt32
        var symbol: Int
        var state: UInt16
    }

    /// Reports an element that stands too late, or that there are too many of.
    ///
    /// - Returns: The state to go on from.
    mutating func reportLate(_ index: UInt32, _ symbol: Int, in frame: Frame) -> UInt16 {
        let (found, parent) = (name(index), name(frame.node))
        guard !log.isFull, let past = past(of: frame, before: index) else {
            report(.elementUnexpected, index, "<\(found)> does not fit here in <\(parent)>; \(expectation(in: frame))")
            return frame.state
        }
        let same = past.count { $0.symbol == symbol }
        if same > 0 {
            report(
                .elementUnexpected, index,
                same == 1
                    ? "<\(parent)> has a <\(found)> already"
                    : "<\(parent)> has \(same) <\(found)> already, and may not have more")
            return frame.state
        }
        let open = past.indices.filter { model.state(after: symbol, from: past[$0].state) != ContentModel.none }
        for place in open {
            let behind = model.state(after: symbol, from: past[place].state)
            guard model.state(after: past[place].symbol, from: behind) != ContentModel.none else { continue }
            let early = tag(past[place].symbol, frame)
            if let state = self.state(without: place, of: past, before: index, symbol, in: frame) {
                report(.elementUnexpected, past[place].node, "\(early) must come after <\(found)> in <\(parent)>")
                return state
            }
            report(.elementUnexpected, index, "<\(found)> must come before \(early) in <\(parent)>")
            return frame.state
        }
        if let place = open.last,
            let state = self.state(without: place, of: past, before: index, symbol, in: frame)
        {
            let rival = tag(past[place].symbol, frame)
            report(.elementUnexpected, past[place].node, "\(rival) does not fit before <\(found)> in <\(parent)>")
            return state
        }
        let rival = open.last.map { "<\(found)> and \(tag(past[$0].symbol, frame)) exclude each other in <\(parent)>" }
        report(
            .elementUnexpected, index, rival ?? "<\(found)> does not fit here in <\(parent)>; \(expectation(in: frame))"
        )
        return frame.state
    }

    /// The elements that were accepted in a parent so far; nil when that would take long to find out, or when an earlier mistake
    /// makes it uncertain.
    private func past(of frame: Frame, before index: UInt32) -> [Step]? {
        var state = model.types[frame.type].start
        var steps: [Step] = []
        var (child, count) = (document.records[frame.node].firstChild, 0)
        while child != index {
            let record = document.records[child]
            count += 1
            if count > Validator.horizon * 4 { return nil }
            if record.kind == .element {
                let symbol = model.symbol(of: names.elements[Int(record.name)], in: frame.type)
                let next = symbol == 0 ? ContentModel.none : model.state(after: symbol, from: state)
                if next != ContentModel.none {
                    steps.append(Step(node: child, symbol: symbol, state: state))
                    state = next
                }
            }
            child = record.next
        }
        return steps
    }

    /// Finds out whether an earlier element is to blame: without it, the one that was found fits and so does the one behind that,
    /// which would not fit otherwise.
    ///
    /// - Returns: The state behind the element that was found, if so.
    private func state(
        without culprit: Int, of past: [Step], before index: UInt32, _ symbol: Int, in frame: Frame
    ) -> UInt16? {
        var next = document.records[index].next
        while next != MusicXMLDocument.Record.none, document.records[next].kind != .element {
            next = document.records[next].next
        }
        guard next != MusicXMLDocument.Record.none else { return nil }
        let following = model.symbol(of: names.elements[Int(document.records[next].name)], in: frame.type)
        guard following != 0, model.state(after: following, from: frame.state) == ContentModel.none else { return nil }
        var state = past[culprit].state
        for step in past[(culprit + 1)...] {
            state = model.state(after: step.symbol, from: state)
            if state == ContentModel.none { return nil }
        }
        state = model.state(after: symbol, from: state)
        guard state != ContentModel.none, model.state(after: following, from: state) != ContentModel.none else {
            return nil
        }
        return state
    }
}
