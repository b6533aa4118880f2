public import ScoreModel

/// The view of a score that counterpoint is judged in: voices, and the moments at which one of them changes.
///
/// Time is exact and written: repeats are not unfolded, grace and cue notes are left out.
public struct Passage: Sendable {
    /// A moment at which a note begins or ends.
    public struct Moment: Hashable, Sendable {
        /// When, in quarter notes from the start of the piece.
        public let time: Fraction
        /// What ends a phrase here.
        public internal(set) var boundary: Boundary?
        /// True when it is a beat of its measure.
        public let isBeat: Bool
    }

    /// Where its letters come from.
    public let spelling: SpellingSource
    /// Its voices, from top to bottom.
    public let voices: [Voice]
    /// Its moments, in order.
    public let moments: [Moment]
    /// Its measures and beats.
    public let clock: BeatClock
    /// How many further voices the score has. They found no room, and are not judged.
    public let omitted: Int
    /// The voices that have neighbours: all but the occasional ones.
    public let mainVoices: [Int]
    /// The names of the voices, for people.
    let labels: [String]
    /// For each moment and voice, the event that sounds from then on, or -1.
    private let sounding: [Int32]

    /// A passage of given voices.
    ///
    /// - Parameter boundaries: What ends phrases, apart from fermatas and general rests.
    init(voices: [Voice], boundaries: [Fraction: Boundary], clock: BeatClock, spelling: SpellingSource) {
        let given = voices.count
        var voices = Array(voices.prefix(Passage.mostVoices))
        var times = Passage.times(of: voices)
        while times.count * voices.count > Passage.mostCells {
            voices.removeLast()
            times = Passage.times(of: voices)
        }
        omitted = given - voices.count
        var moments = times.map { Moment(time: $0, boundary: boundaries[$0], isBeat: clock.isBeat($0)) }
        var sounding = [Int32](repeating: -1, count: times.count * voices.count)
        for voice in voices.indices {
            var moment = 0
            for event in voices[voice].events.indices {
                let (onset, end) = (voices[voice].events[event].onset, voices[voice].events[event].end)
                while moment < times.count, times[moment] < onset { moment += 1 }
                voices[voice].events[event].moment = moment
                while moment < times.count, times[moment] < end {
                    sounding[moment * voices.count + voice] = Int32(event)
                    moment += 1
                }
                voices[voice].events[event].endMoment = moment
                if voices[voice].events[event].hasFermata, moment < times.count {
                    moments[moment].boundary = .fermata
                }
            }
        }
        for moment in moments.indices.dropFirst().dropLast() where moments[moment].boundary == nil {
            let (before, after) = ((moment - 1) * voices.count, moment * voices.count)
            if sounding[before..<after].allSatisfy({ $0 < 0 })
                || sounding[after..<(after + voices.count)].allSatisfy({ $0 < 0 })
            {
                moments[moment].boundary = .generalRest
            }
        }
        self.spelling = spelling
        self.voices = voices
        self.moments = moments
        self.clock = clock
        self.sounding = sounding
        labels = voices.map(\.label)
        mainVoices = voices.indices.filter { !voices[$0].isOccasional }
    }

    /// No score for people to read has more voices; every pair of them is looked at.
    private static let mostVoices = 64
    /// What is held of who sounds when: 80 MB, which hostile files shall not exceed. A symphony needs a million.
    private static let mostCells = 20_000_000

    private static func times(of voices: [Voice]) -> [Fraction] {
        var times: [Fraction] = []
        times.reserveCapacity(voices.reduce(0) { $0 + $1.events.count * 2 })
        for voice in voices {
            for event in voice.events {
                if times.last != event.onset { times.append(event.onset) }
                times.append(event.end)
            }
        }
        times.sort()
        var last: Fraction?
        times.removeAll { time in
            defer { last = time }
            return time == last
        }
        return times
    }

    /// The index of the event of a voice that sounds from a moment on, or nil where it rests.
    @inline(__always)
    func eventIndex(_ voice: Int, at moment: Int) -> Int? {
        let index = sounding[moment * voices.count + voice]
        return index < 0 ? nil : Int(index)
    }

    /// The event of a voice that sounds from a moment on, or nil where it rests.
    @inline(__always)
    func event(_ voice: Int, at moment: Int) -> Event? {
        let index = sounding[moment * voices.count + voice]
        return index < 0 ? nil : voices[voice].events[Int(index)]
    }
}
