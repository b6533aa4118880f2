import ArgumentParser
import Counterpoint
import Foundation
import MusicXML
import ScoreModel

/// How many slices are explained, and which keys are found, over a folder of scores.
struct Explained: ParsableCommand {
    @Argument(help: "The folder.") var folder: String
    @Option(help: "An index.csv with file, key_fifths and mode, to compare the keys with.") var index: String?

    func run() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mxl") }.sorted()
        let results = onAllProcessors(files.count) { result(files[$0]) }.compactMap { $0 }
        let slices = results.reduce(0) { $0 + $1.slices }
        let explained = results.reduce(0) { $0 + $1.explained }
        print("\(results.count) scores, \(slices) slices, \(Double(explained) / Double(max(slices, 1))) explained")
        let kinds = results.flatMap(\.kinds)
        for (kind, own) in Dictionary(grouping: kinds, by: { $0 }).sorted(by: { $0.value.count > $1.value.count }) {
            print("   ", kind, own.count)
        }
        guard let index else { return }
        try compare(results, with: Index(path: index))
    }

    private struct Result: Sendable {
        let file: String
        let slices: Int
        let explained: Int
        let kinds: [String]
        let home: KeyRegion
        let final: TonalPitchClass?
    }

    private func result(_ file: String) -> Result? {
        guard let data = FileManager.default.contents(atPath: folder + "/" + file),
            let score = try? MusicXMLDocument(xml: MXLArchive.read([UInt8](data)).archive.score).score().score
        else { return nil }
        let passage = Passage(score)
        let analysis = HarmonicAnalysis(passage, of: score)
        let named = Set(analysis.ornaments.filter { $0.kind != nil }.map { [$0.voice, $0.event] })
        var (slices, explained) = (0, 0)
        var next = Array(repeating: 0, count: passage.voices.count)
        for chord in analysis.chords {
            for moment in chord.moments {
                let time = passage.moments[moment].time
                slices += 1
                let isExplained = passage.voices.enumerated().allSatisfy { voice, own in
                    while next[voice] < own.events.count, own.events[next[voice]].end <= time { next[voice] += 1 }
                    guard next[voice] < own.events.count, own.events[next[voice]].onset <= time else { return true }
                    let pitch = own.events[next[voice]].pitch
                    return chord.chord.member(pitch.keyNumber % 12) != nil || named.contains([voice, next[voice]])
                }
                explained += isExplained ? 1 : 0
            }
        }
        return Result(
            file: file, slices: slices, explained: explained,
            kinds: analysis.ornaments.map { $0.kind?.rawValue ?? "no name" }, home: analysis.home,
            final: analysis.chords.last?.chord.root)
    }

    private func compare(_ results: [Result], with index: Index) {
        var (same, all, strict) = (0, 0, 0)
        for result in results {
            guard let (fifths, mode) = index.keys[result.file] else { continue }
            all += 1
            let written = Tonality(signature: fifths, mode)
            strict += result.home.key == written ? 1 : 0
            // Where signature and last chord agree on a key, that is what is right, whatever the index says.
            let agreed = [Tonality.Mode.major, .minor].map { Tonality(signature: fifths, $0) }
                .first { $0.tonic == result.final }
            // The signature may be that of a mode; the last chord tells its tonic then.
            let isModal =
                result.home.key.mode == mode && result.final == result.home.key.tonic
                && abs(result.home.key.signature - fifths) == 1
            let isSame = result.home.key == agreed ?? written || agreed == nil && isModal
            same += isSame ? 1 : 0
            if !isSame {
                print(
                    result.file, "found", result.home.key, "written", written, "last",
                    result.final.map { "\($0)" } ?? "")
            }
        }
        print("home key: \(same) of \(all), \(Double(same) / Double(max(all, 1)))", "by the index alone: \(strict)")
    }
}

/// The keys of an index.csv.
struct Index {
    private(set) var keys: [String: (Int, Tonality.Mode)] = [:]

    init(path: String) throws {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        guard let head = lines.first.map(Index.fields), let file = head.firstIndex(of: "file"),
            let fifths = head.firstIndex(of: "key_fifths"), let mode = head.firstIndex(of: "mode")
        else { return }
        for line in lines.dropFirst() {
            let row = Index.fields(line)
            guard row.count == head.count, let number = Int(row[fifths]), let own = Tonality.Mode(rawValue: row[mode])
            else { continue }
            keys[row[file]] = (number, own)
        }
    }

    /// The fields of a line of CSV; a quoted one may have commas.
    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
