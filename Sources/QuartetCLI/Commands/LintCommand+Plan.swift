import ArgumentParser
import Foundation
import ScoreModel

extension LintCommand {
    /// What is to be judged and how. Nothing is done yet when a configuration is wrong.
    func plan(_ console: Console) throws -> [LintStep] {
        let files = try InputFile.find(inputs, console)
        do {
            let outputs = try reporting.scores(from: files, format: format)
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
                    failOn: failOn ?? found?.configuration.failOn ?? .error, baseline: known, key: key,
                    annotated: output)
            }
        } catch {
            console.error((error as? FileError)?.diagnostic.message ?? "\(error)")
            throw ExitStatus.wrongUsage
        }
    }
}
