import ArgumentParser
import Foundation
import ScoreModel

/// Where goes what is said of scores, and how many of them are read at a time.
struct ReportingOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; standard output if not given.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The folder to write to with --format musicxml; it is made if it is missing.", valueName: "dir"))
    var outputDir: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many files to work on at a time; as many as there are processors if not given.", valueName: "n"))
    var jobs: Int?

    /// The format that is the score itself.
    static let annotated = "musicxml"

    func validate() throws {
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be above zero.") }
    }

    /// Refuses a format that there is not, and options that do not go with one.
    func check(_ format: String, among formats: [String]) throws {
        guard formats.contains(format) else {
            let hint = nearest(to: format, among: formats).map { "; did you mean \($0)?" } ?? "."
            throw ValidationError(
                "There is no format \"\(format)\": there are \(formats.joined(separator: ", "))\(hint)")
        }
        if outputDir != nil {
            guard format == ReportingOptions.annotated, output == nil else {
                throw ValidationError("--output-dir is for --format musicxml, and not with --output.")
            }
        }
        if format == ReportingOptions.annotated, let output, FileFormat(fileName: output)?.isMIDI == true {
            throw ValidationError("--format musicxml writes MusicXML or MXL.")
        }
    }

    /// How many files to work on at a time.
    var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

    /// Whether what is said goes to standard output.
    var isShown: Bool { (output ?? "-") == "-" }

    /// Where each score goes with something written in it; nowhere unless the format is that.
    func scores(from files: [InputFile], format: String) throws -> [OutputFile?] {
        for file in files { try ReportingOptions.refuseReplacing(file, by: output ?? "-") }
        guard format == ReportingOptions.annotated else { return files.map { _ in nil } }
        guard let outputDir else {
            guard files.count < 2 else {
                throw ValidationError("--format musicxml of several scores needs --output-dir")
            }
            return files.map { _ in OutputFile(path: output ?? "-") }
        }
        var owners: [String: String] = [:]
        return try files.map { file in
            let name = (file.relativePath as NSString).deletingPathExtension
            let format = FileFormat(fileName: file.path) == .mxl ? FileFormat.mxl : .musicxml
            let path = (outputDir as NSString).appendingPathComponent("\(name).\(format.extensions[0])")
            if let other = owners.updateValue(file.path, forKey: path) {
                throw ValidationError("\(other) and \(file.path) would both be written to \(path)")
            }
            try ReportingOptions.refuseReplacing(file, by: path)
            return OutputFile(path: path)
        }
    }

    private static func refuseReplacing(_ file: InputFile, by path: String) throws {
        guard path == "-" || file.path == "-" || absolutePath(path) != absolutePath(file.path) else {
            throw ValidationError("\(file.path) would be replaced by what is said of it.")
        }
    }
}
