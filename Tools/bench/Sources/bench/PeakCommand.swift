import ArgumentParser
import Foundation

/// What one step takes in a process of its own.
struct PeakCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peak", abstract: "Does one step once and tells time and peak memory as JSON.")

    @Argument(help: "A MusicXML or MXL file.") var file: String
    @Option(help: ArgumentHelp("The step.", valueName: "step")) var only = Step.fileToScore

    func run() throws {
        let work = try only.work(on: Input(path: file).xml)
        let cost = try Cost(of: work)
        let peak = Peak(seconds: cost.wall, processor: cost.processor, memory: try Peak.memory())
        FileHandle.standardOutput.write(try JSONEncoder().encode(peak) + Data("\n".utf8))
    }
}

/// Time and peak memory of one step.
struct Peak: Codable {
    /// By the wall clock.
    var seconds: Double
    /// Seconds of all threads together.
    var processor: Double
    /// The most bytes that the process ever had in memory, the file among them.
    var memory: Int

    /// Does a step on a file in a process of its own.
    init(of step: Step, file: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        #if os(Linux)
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        #endif
        process.arguments = ["peak", file, "--only", step.rawValue]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ValidationError("\(step.rawValue) failed on \(file)") }
        self = try JSONDecoder().decode(Peak.self, from: text)
    }

    init(seconds: Double, processor: Double, memory: Int) {
        (self.seconds, self.processor, self.memory) = (seconds, processor, memory)
    }

    /// The most bytes that this process has had in memory so far.
    static func memory() throws -> Int {
        #if os(Linux)
            // `ru_maxrss` would also count what the parent held when this process was started.
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
                let kibibytes = line.split(separator: " ").compactMap({ Int($0) }).first
            else { throw ValidationError("the system does not tell the peak of memory") }
            return kibibytes * 1024
        #else
            var usage = rusage()
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
