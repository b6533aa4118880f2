internal import Foundation

/// What is to be asked of one host, and what is known of it.
struct HostQueue: Sendable {
    /// The rules for robots, or how they are being asked for.
    enum Robots {
        case wanted(Request, notBefore: Date)
        case known(RobotsRules)
    }

    let origin: String
    var robots: Robots
    /// Why it is left alone.
    var closure: String?
    /// How often it refused or failed in a row.
    var refusals = 0
    private var waiting: [Request] = []
    private var first = 0
    /// What is to be asked again, and when.
    private var delayed: [(request: Request, notBefore: Date)] = []

    init(origin: String, robots: Request) {
        self.origin = origin
        self.robots = .wanted(robots, notBefore: .distantPast)
    }

    var isEmpty: Bool { first == waiting.count && delayed.isEmpty }
    var count: Int { waiting.count - first + delayed.count }

    mutating func append(_ request: Request) { waiting.append(request) }

    mutating func delay(_ request: Request, until time: Date) { delayed.append((request, time)) }

    /// What comes next, and when: what waited for its time first, then what waits in order.
    func next(at now: Date) -> (request: Request, notBefore: Date)? {
        let soonest = delayed.min { $0.notBefore < $1.notBefore }
        if let soonest, soonest.notBefore <= now || first == waiting.count { return soonest }
        return first < waiting.count ? (waiting[first], .distantPast) : nil
    }

    /// Takes out what comes next.
    mutating func removeNext(at now: Date) {
        if let index = delayed.indices.min(by: { delayed[$0].notBefore < delayed[$1].notBefore }),
            delayed[index].notBefore <= now || first == waiting.count
        {
            delayed.remove(at: index)
        } else if first < waiting.count {
            first += 1
            guard first > 1024, first * 2 > waiting.count else { return }
            waiting.removeFirst(first)
            first = 0
        }
    }
}
