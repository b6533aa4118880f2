import ArgumentParser
import Collector
import Foundation
import MusicXML
import ScoreModel

/// `quartet corpus collect`.
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Collect scores from a site or a folder, politely.",
        usage: """
            quartet corpus collect URL... -o DIR [--recipe RECIPE] [options]
            quartet corpus collect FOLDER... -o DIR [options]
            """,
        discussion: """
            Pages are followed to MIDI, MusicXML, MXL, kern and zip files, as a recipe says: plain (any page with links, the \
            default), kunstderfuge, kunstderfuge-quartets, folder (the default for folders), or a file of your own.
            Only the hosts of the addresses given and of the recipe are asked. Their robots.txt is obeyed.
            What became of each address stands in DIR/collection.jsonl. When the command is broken off, give it once more: it goes \
            on from there. When it is given again later, only what has changed is fetched.
            Exit status: 0 done; 2 wrong usage or a wrong recipe; 3 something could not be fetched or written.
            """)

    @Argument(help: ArgumentHelp("Addresses to begin at, or folders.", valueName: "url-or-folder"))
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to collect into.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("What to follow and what to take: a name or a file.", valueName: "recipe"))
    var recipe: String?

    @Flag(help: "Read the pages, and print which files would be fetched.")
    var dryRun = false

    @OptionGroup(title: "Politeness")
    var politeness: PolitenessOptions

    @OptionGroup(title: "Messages")
    var messages: MessageOptions

    @OptionGroup(title: "Limits")
    var limits: LimitOptions

    func validate() throws {
        guard dryRun || output != nil else { throw ValidationError("Give --output, the folder to collect into.") }
    }

    func run() async throws {
        let (console, clock) = (Console.current, WorldClock.current)
        let starts = inputs.filter { $0.contains("://") }
        let folders = inputs.filter { !$0.contains("://") }
        let addresses = try starts.map { start in
            guard let address = WebAddress(start) else {
                throw ValidationError("\(start) is no address of the web that can be asked.")
            }
            return address
        }
        for folder in folders where !FileManager.default.isFolder(folder) {
            throw ValidationError("\(folder) is no folder, and no address with http:// or https://.")
        }
        let (siteRecipe, folderRecipe, cookies): (RecipeFile, RecipeFile, CookieJar)
        do {
            siteRecipe = try RecipeFile(recipe ?? RecipeFile.plain, console: console)
            folderRecipe = try recipe.map { _ in siteRecipe } ?? RecipeFile(RecipeFile.folder, console: console)
            cookies = try politeness.cookieJar(console)
        } catch let error as FileError {
            console.error(error.diagnostic.message)
            throw ExitStatus.wrongUsage
        }
        var report = CollectionReport(messages, console)
        do {
            let target = dryRun ? nil : try output.map { try CollectionFolder(path: $0, console: console) }
            let run = LogLine.Run(
                time: clock.now(), recipe: (folders.isEmpty ? siteRecipe : folderRecipe).name, inputs: inputs)
            try target?.write(.began(run))
            for folder in folders {
                try FolderCollection(
                    path: folder, recipe: folderRecipe.recipe, folder: target, limits: limits.limits, clock: clock,
                    console: console
                ).run(&report)
            }
            let terms = politeness.terms(fileBytes: limits.limits.bytes, isTrial: dryRun)
            let crawl = Crawl(
                from: addresses, recipe: siteRecipe.recipe, terms: terms, memory: target?.memory ?? CollectionMemory())
            var collection = SiteCollection(
                crawl: crawl, terms: terms, client: politeness.client, cookies: cookies, folder: target,
                limits: limits.limits, clock: clock, console: console)
            let end = try collection.run(&report)
            report.tell(known: collection.crawl.known)
            guard case .done = end else {
                console.error("stopped at \(politeness.maxRunMegabytes) MiB; give the command again to go on")
                throw ExitStatus.unreadable
            }
            try target?.write(.ended(at: clock.now()))
        } catch let error as FileError {
            report.tell(known: 0)
            console.error(error.diagnostic.message)
            throw ExitStatus.unreadable
        }
        if report.hasFailures { throw ExitStatus.unreadable }
    }
}

extension FileManager {
    /// Whether a path is that of a folder.
    fileprivate func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
