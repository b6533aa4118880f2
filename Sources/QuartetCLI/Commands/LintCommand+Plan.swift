import ArgumentParser
import Foundation
import ScoreModel

extension LintCommand {
    /// What is to be judged and how. Nothing is done yet when a configuration is wrong.
    func plan(_ console: Console) throws -> [LintStep] {
        do {
            let files = InputFile.find(inputs)
            for file in files { try LintCommand.refuseReplacing(file, by: output ?? "-") }
            let outputs = try annotatedFiles(files)
            var search = try ConfigurationSearch(settings.choice, console: console)
            var baselines: [String: Baseline] = [:]
            return try zip(files, outputs).map { file, output in
                let found = try search.configuration(of: file.path)
                var known: Baseline?
                if writeBaseline == nil, let path = baseline ?? found?.baseline {
                    known = try baselines[path] ?? Baseline(path: path, console: console)
                    baselines[path] = known
                }
                return LintStep(
                    input: file, settings: settings.settings(found?.changes(for: file.path) ?? []),
                    failOn: failOn ?? found?.configuration.failOn ?? .error, baseline: known, annotated: output)
            }
        } catch {
            console.error((error as? FileError)?.diagnostic.message ?? "\(error)")
            throw ExitStatus.wrongUsage
        }
    }

    /// Where each score goes with marks in it; nowhere unless that is asked for.
    private func annotatedFiles(_ files: [InputFile]) throws -> [OutputFile?] {
        guard format == LintCommand.annotated else { return files.map { _ in nil } }
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
            try LintCommand.refuseReplacing(file, by: path)
            return OutputFile(path: path)
        }
    }

    private static func refuseReplacing(_ file: InputFile, by path: String) throws {
        guard path == "-" || file.path == "-" || absolutePath(path) != absolutePath(file.path) else {
            throw ValidationError("\(file.path) would be replaced by what is said of it.")
        }
    }
}
