extension MIDITrack {
    /// The greatest tick that an event can be put at. Four thousand quantities of greatest length lead there, so that a wrong number makes no
    /// file without end.
    static let lastTick = 1 << 40

    /// A track of messages in any order: they are sorted by tick, and at one tick as ``Moment`` says, else left in their order.
    ///
    /// - Parameter end: The tick at which the track ends, unless its last event comes later.
    public init(sorting moments: [Moment], end: Int = 0) {
        let ranks = moments.map { (max(0, min($0.tick, MIDITrack.lastTick)), $0.rank) }
        events.reserveCapacity(moments.count)
        for index in moments.indices.sorted(by: {
            (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1)
        }) { insert(moments[index].message, at: moments[index].tick) }
        self.end = max(self.end, min(end, MIDITrack.lastTick))
    }

    /// A message and its tick, to make a track of.
    ///
    /// At one tick what sets things up comes first: meta events and system exclusive messages, then programs, controllers and wheels, then
    /// notes that end, then notes that begin.
    public struct Moment: Hashable, Sendable {
        /// Ticks from the beginning.
        public var tick: Int
        /// The message.
        public var message: MIDIMessage

        /// A message at a tick.
        public init(_ tick: Int, _ message: MIDIMessage) {
            self.tick = tick
            self.message = message
        }

        fileprivate var rank: Int {
            switch message {
            case .meta, .systemExclusive, .escape: 0
            case .controlChange, .programChange, .pitchBend, .keyPressure, .channelPressure: 1
            case .noteOff, .noteOn(_, _, velocity: 0): 2
            case .noteOn: 3
            }
        }
    }

    /// Adds a message behind those that come at the same tick, which is held between 0 and 2⁴⁰. The end of the track moves where it has to;
    /// an end-of-track event moves it and adds nothing.
    public mutating func insert(_ message: MIDIMessage, at tick: Int) {
        let tick = max(0, min(tick, MIDITrack.lastTick))
        isAsRead = false
        end = max(end, tick)
        let (status, first, second, payload) = message.parts
        if status == 0xFF, first == MetaEvent.Kind.endOfTrack.rawValue { return }
        var event = Event(tick: tick, status: status, first: first, second: second, payload: 0)
        if let payload { event.payload = add(payload) }
        if let last = events.last, last.tick > tick {
            var (low, high) = (0, events.count)
            while low < high {
                let middle = (low + high) / 2
                if events[middle].tick <= tick { low = middle + 1 } else { high = middle }
            }
            events.insert(event, at: low)
        } else {
            events.append(event)
        }
    }

    /// Puts another message in the place of an event, at the same tick; an end-of-track event removes it.
    ///
    /// - Precondition: There is an event with this index.
    public mutating func replaceMessage(at index: Int, with message: MIDIMessage) {
        isAsRead = false
        let (status, first, second, payload) = message.parts
        if status == 0xFF, first == MetaEvent.Kind.endOfTrack.rawValue {
            events.remove(at: index)
            return
        }
        (events[index].status, events[index].first, events[index].second) = (status, first, second)
        if let payload { events[index].payload = add(payload) }
    }

    /// Moves the end of the track, which never comes before its last event.
    public mutating func moveEnd(to tick: Int) {
        isAsRead = false
        end = max(events.last?.tick ?? 0, min(tick, MIDITrack.lastTick))
    }

    /// Removes the events that fulfil a condition.
    public mutating func removeAll(where condition: (Event) -> Bool) {
        let count = events.count
        events.removeAll(where: condition)
        if events.count < count { isAsRead = false }
    }

    private mutating func add(_ payload: ArraySlice<UInt8>) -> UInt32 {
        payloads.append(bytes.endIndex..<bytes.endIndex + payload.count)
        bytes += payload
        return UInt32(clamping: payloads.count - 1)
    }
}
