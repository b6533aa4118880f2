internal import ScoreModel

extension PartReader {
    /// Attributes take effect at the cursor, which may stand before notes that are already read; only divisions go by the order
    /// of the file.
    mutating func readAttributes(_ element: Node) {
        for child in document.children(of: element) {
            let staff = document.value(.number, of: child)?.integer
            switch document.tag(of: child) {
            case .divisions: readDivisions(child)
            case .key: readKey(child, staff: staff)
            case .time: readTime(child, staff: staff)
            case .staves: readStaves(child)
            case .instruments:
                if let count = document.content(of: child).integer {
                    part.instrumentCounts.append(timed(count, at: cursor.position, child))
                }
            case .directive: part.directives.append(timed(document.text(of: child), at: cursor.position, child))
            case .clef: append(Clef.self, child, staff) { $0.clefs.append($1) }
            case .partSymbol: append(PartSymbol.self, child, staff) { $0.symbols.append($1) }
            case .staffDetails: append(StaffDetails.self, child, staff) { $0.staffDetails.append($1) }
            case .transpose: append(Transposition.self, child, staff) { $0.transpositions.append($1) }
            case .forPart: append(PartView.self, child, staff) { $0.views.append($1) }
            case .measureStyle:
                guard let style = form.measureStyle(child) else {
                    reportSenseless(child)
                    break
                }
                part.measureStyles.append(timed(style, at: cursor.position, staff: staff, child))
            default: break
            }
        }
    }

    private mutating func append<Value: Formed>(
        _ type: Value.Type, _ element: Node, _ staff: Int?, to add: (inout Part, Timed<Value>) -> Void
    ) {
        guard let value = value(element, as: type) else { return }
        add(&part, timed(value, at: cursor.position, staff: staff, element))
    }

    private mutating func readDivisions(_ element: Node) {
        guard let value = document.content(of: element).decimal, value > .zero else {
            report(
                "divisions-invalid", at: element,
                "\(document.string(of: element)) is no number of divisions; the \(divisions) in force stay")
            return
        }
        divisions = value
        part.divisions.append(timed(value, at: cursor.position, element))
    }

    private mutating func readStaves(_ element: Node) {
        guard let count = document.content(of: element).integer else { return }
        part.staffCounts.append(timed(count, at: cursor.position, element))
        part.staves = max(part.staves, min(count, 255))
    }

    private mutating func readKey(_ element: Node, staff: Int?) {
        guard let key = value(element, as: Key.self) else { return }
        part.keys.append(timed(key, at: cursor.position, staff: staff, element))
    }

    private mutating func readTime(_ element: Node, staff: Int?) {
        let hasNone = document.child(.senzaMisura, of: element) != nil
        guard let meter: Meter = form.read(at: element), hasNone || !meter.components.isEmpty else {
            report("time-invalid", at: element, "this time signature makes no sense; the one in force stays")
            return
        }
        part.meters.append(timed(meter, at: cursor.position, staff: staff, element))
        meterLength = meter.length
    }
}
