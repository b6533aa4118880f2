import StandardMIDI
import Testing

@Suite struct MIDITrackTests {
    @Test func `messages are sorted by tick and, at one tick, by what they do`() {
        let track = MIDITrack(
            sorting: [
                .init(96, .noteOn(channel: 0, key: 62, velocity: 90)),
                .init(96, .noteOn(channel: 0, key: 60, velocity: 0)),
                .init(96, .noteOff(channel: 0, key: 64, velocity: 64)),
                .init(0, .noteOn(channel: 0, key: 60, velocity: 90)),
                .init(96, .controlChange(channel: 0, controller: 7, value: 100)),
                .init(96, .meta(.text("b", as: .marker))),
                .init(0, .noteOn(channel: 0, key: 64, velocity: 90)), .init(96, .programChange(channel: 0, program: 5)),
                .init(96, .systemExclusive([0x7E, 0xF7])),
            ], end: 200)
        #expect(
            track.outline == [
                "0 on 0 60 90", "0 on 0 64 90", "96 meta 6 [98]", "96 sysex [126, 247]", "96 control 0 7 100",
                "96 program 0 5", "96 on 0 60 0", "96 off 0 64 64", "96 on 0 62 90", "200 end",
            ])
    }

    @Test func `a file made of messages is read by others`() throws {
        let file = MIDIFile(
            division: .init(ticksPerQuarter: 480),
            tracks: [
                MIDITrack(sorting: [.init(0, .meta(.tempo(microsecondsPerQuarter: 500_000)))]),
                MIDITrack(
                    sorting: [
                        .init(480, .noteOff(channel: 9, key: 60, velocity: 64)),
                        .init(0, .noteOn(channel: 9, key: 60, velocity: 90)),
                        .init(0, .meta(.text("Drums", as: .trackName))),
                    ], end: 960),
            ])
        let outline = try MIDIOutline(file.bytes(.canonical))
        #expect(outline.format == 1 && outline.resolution == 480)
        #expect(
            outline.tracks == [
                ["0 meta 51 07A120", "0 end"], ["0 name Drums", "0 on 9 60 90", "480 off 9 60", "960 end"],
            ])
    }

    @Test func `numbers that are too large lose their upper bits`() {
        let track = MIDITrack(sorting: [
            .init(0, .noteOn(channel: 17, key: 188, velocity: 255)), .init(0, .pitchBend(channel: 0, value: 99_999)),
        ])
        #expect(track.outline == ["0 bend 0 8191", "0 on 1 60 127", "0 end"])
    }

    @Test func `times out of reach are held`() throws {
        let track = MIDITrack(sorting: [
            .init(-5, .programChange(channel: 0, program: 1)), .init(.max, .programChange(channel: 0, program: 2)),
        ])
        #expect(track.outline == ["0 program 0 1", "1099511627776 program 0 2", "1099511627776 end"])
        let file = MIDIFile(division: .init(ticksPerQuarter: 1), tracks: [track])
        // Texts stand in between, for no number is as long.
        let again = try MIDIFile(file.bytes())
        #expect(again.codes.isEmpty && again.tracks[0].end == 1 << 40)
    }

    @Test func `tracks that are changed are written anew, and others as they were`() throws {
        let odd = track("8000 903C40 60 3C00 00 FF2F00 11")
        let input = header(tracks: 2) + odd + odd
        var read = try MIDIFile(input)
        read.tracks[1].insert(.programChange(channel: 0, program: 3), at: 0)
        #expect(
            read.bytes() == header(tracks: 2) + odd
                + track("00 903C40 00 C003 60 903C00 00 FF2F00"))
    }

    @Test func `events are put in, changed and taken out`() throws {
        var track = try MIDIFile(file("00 903C40 60 803C40 00 FF2F00")).tracks[0]
        track.insert(.meta(.text("x")), at: 50)
        track.replaceMessage(at: 0, with: .noteOn(channel: 1, key: 61, velocity: 1))
        #expect(track.outline == ["0 on 1 61 1", "50 meta 1 [120]", "96 off 0 60 64", "96 end"])
        track.removeAll { $0.isNoteOff }
        #expect(track.outline == ["0 on 1 61 1", "50 meta 1 [120]", "96 end"])
        track.moveEnd(to: 10)
        #expect(track.outline.last == "50 end")
        track.insert(.meta(MetaEvent(.endOfTrack, [])), at: 70)
        #expect(track.outline.count == 3 && track.end == 70)
        track.replaceMessage(at: 0, with: .meta(MetaEvent(.endOfTrack, [])))
        #expect(track.outline == ["50 meta 1 [120]", "70 end"])
    }

    @Test func `a track tells its name`() throws {
        let track = try MIDIFile(file("00 FF0303 566C31 00 FF0301 58 00 FF2F00")).tracks[0]
        #expect(track.first(.trackName)?.bytes.elementsEqual("Vl1".utf8) == true)
        #expect(track.first(.copyright) == nil)
        #expect(track.metaEvents.map(\.event.type) == [.trackName, .trackName])
    }
}
