internal import ScoreModel

extension WritingForm {
    /// What stands before the music: titles, names, texts on pages and the list of parts.
    ///
    /// - Parameter ids: What the parts are called in the file.
    mutating func writeHeader(_ score: Score, ids: [String]) {
        writeWork(score.credits)
        if let number = score.credits.movementNumber { output.leaf(.movementNumber, number) }
        if let title = score.credits.movementTitle { output.leaf(.movementTitle, title) }
        if !score.credits.isUnidentified { write(.identification, score.credits) }
        if score.isConcertScore {
            output.open(.defaults)
            output.empty(.concertScore)
            output.close(.defaults)
        }
        for text in score.pageTexts { write(.credit, text) }
        writePartList(score, ids)
    }

    private mutating func writeWork(_ credits: Credits) {
        guard credits.workNumber != nil || credits.workTitle != nil || credits.opus != nil else { return }
        output.open(.work)
        if let number = credits.workNumber { output.leaf(.workNumber, number) }
        if let title = credits.workTitle { output.leaf(.workTitle, title) }
        if let opus = credits.opus { write(.opus, opus) }
        output.close(.work)
    }

    // MARK: The list of parts

    private mutating func writePartList(_ score: Score, _ ids: [String]) {
        output.open(.partList)
        for index in 0...score.parts.count {
            for group in score.groups.reversed() where group.parts.upperBound == index { write(group, "stop") }
            for group in score.groups where group.parts.lowerBound == index && index < score.parts.count {
                write(group, "start")
            }
            if index < score.parts.count { write(score.parts[index], id: ids[index]) }
        }
        output.close(.partList)
    }

    private mutating func write(_ group: PartGroup, _ type: String) {
        output.open(.partGroup)
        output.attribute(.number, group.number)
        output.attribute(.type, type)
        if type == "start" { inner(group) }
        output.close(.partGroup)
    }

    private mutating func write(_ part: Part, id: String) {
        output.open(.scorePart)
        output.attribute(.id, id)
        if let credits = part.credits { write(.identification, credits) }
        for link in part.links { write(.partLink, link) }
        write(.partName, PrintedName(part.name, isPrinted: part.printsName))
        if let display = part.nameDisplay { write(.partNameDisplay, display) }
        if let abbreviation = part.abbreviation {
            write(.partAbbreviation, PrintedName(abbreviation, isPrinted: part.printsAbbreviation))
        }
        if let display = part.abbreviationDisplay { write(.partAbbreviationDisplay, display) }
        for use in part.uses { output.leaf(.group, use) }
        for instrument in part.instruments where instrument.isListed { write(.scoreInstrument, instrument) }
        for player in part.players { write(.player, player) }
        writeMIDI(part)
        output.close(.scorePart)
    }

    /// A device stands before the instrument that it plays; one for the whole part stands first.
    private mutating func writeMIDI(_ part: Part) {
        var devices = part.devices
        for instrument in part.instruments {
            while let index = devices.firstIndex(where: { $0.instrument == nil || $0.instrument == instrument.id }) {
                write(.midiDevice, devices.remove(at: index))
            }
            if let midi = instrument.midi { write(.midiInstrument, midi) }
        }
        for device in devices { write(.midiDevice, device) }
    }
}

extension Score {
    /// What the parts are called in a file, where ids are unique: their own ids, and others for those that share one or have none.
    var partIDs: [String] {
        var taken: Set<String> = []
        let all = Set(parts.map(\.id))
        return parts.enumerated().map { index, part in
            if !part.id.isEmpty, taken.insert(part.id).inserted { return part.id }
            let base = part.id.isEmpty ? "P\(index + 1)" : part.id
            let names = (1...).lazy.map { $0 == 1 && part.id.isEmpty ? base : "\(base)-\($0 + 1)" }
            let name = names.first { !all.contains($0) && !taken.contains($0) } ?? base
            taken.insert(name)
            return name
        }
    }
}
