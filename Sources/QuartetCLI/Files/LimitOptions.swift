import ArgumentParser
import MusicXML

/// How much a reader takes before it gives up.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Refuse more mebibytes than this, after decompression.", valueName: "n"))
    var maxMegabytes = ReadingLimits().bytes >> 20

    @Option(help: ArgumentHelp("Refuse elements nested deeper than this.", valueName: "n"))
    var maxDepth = ReadingLimits().depth

    @Option(help: ArgumentHelp("Refuse archives that unpack to more than this many times their size.", valueName: "n"))
    var maxZipRatio = ReadingLimits().zipRatio

    @Option(help: ArgumentHelp("Refuse archives with more entries than this.", valueName: "n"))
    var maxZipEntries = ReadingLimits().zipEntries

    func validate() throws {
        guard (1...1_048_576).contains(maxMegabytes) else {
            throw ValidationError("--max-megabytes must be between 1 and 1048576.")
        }
        guard maxDepth > 0, maxZipRatio > 0, maxZipEntries > 0 else {
            throw ValidationError("Limits must be above zero.")
        }
    }

    var limits: ReadingLimits {
        var limits = ReadingLimits()
        limits.bytes = maxMegabytes << 20
        limits.depth = maxDepth
        limits.zipRatio = maxZipRatio
        limits.zipEntries = maxZipEntries
        return limits
    }
}
