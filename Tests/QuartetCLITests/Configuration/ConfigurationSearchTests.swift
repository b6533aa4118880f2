import Foundation
import Testing

@testable import QuartetCLI

@Suite struct ConfigurationSearchTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(try ShorthandFile().xml, to: "Outer/Inner/a.musicxml")
    }

    private var score: String { folder.file("Outer/Inner/a.musicxml") }

    @Test func `the nearest file is taken, and only that`() async throws {
        try folder.write("rules: {parallel-fifths: off}", to: ".quartet.yml")
        #expect(await Run("lint", score).status == 0)
        try folder.write("profile: bach", to: "Outer/.quartet.yml")
        #expect(await Run("lint", score).status == 1)
        try folder.write("fail-on: never", to: "Outer/Inner/.quartet.yml")
        #expect(await Run("lint", score).status == 0)
    }

    @Test func `another one, or none, can be asked for`() async throws {
        try folder.write("rules: {parallel-fifths: off}", to: ".quartet.yml")
        let other = try folder.write("rules: {parallel-fifths: warning}", to: "other.yml")
        #expect(await Run("lint", score, "--config", "none").status == 1)
        #expect(await Run("lint", score, "--config", other, "--fail-on", "warning").status == 1)
        #expect(await Run("lint", score, "--config", other).status == 0)
        #expect(await Run("lint", score, "--config", folder.file("missing.yml")).status == 2)
    }

    @Test func `places are told from the folder of the file on`() async throws {
        try folder.write("paths: [{match: 'Outer/Inner/**', rules: {parallel-fifths: off}}]", to: ".quartet.yml")
        #expect(await Run("lint", score).status == 0)
        try folder.write("paths: [{match: 'Inner/**', rules: {parallel-fifths: off}}]", to: ".quartet.yml")
        #expect(await Run("lint", score).status == 1)
    }

    @Test func `the command line is stronger`() async throws {
        try folder.write("profile: strings\nfail-on: never\nrules: {parallel-fifths: off}", to: ".quartet.yml")
        #expect(await Run("lint", score, "--fail-on", "error").status == 0)
        #expect(await Run("lint", score, "--fail-on", "error", "--only", "parallel-fifths").status == 0)
        #expect(
            await Run("lint", score, "--fail-on", "error", "--only", "parallel-fifths", "--profile", "bach").status == 1
        )
    }

    @Test func `an error in a file stops everything, with its place`() async throws {
        let path = try folder.write("rules:\n  paralel-fifths: off", to: "Outer/.quartet.yml")
        let run = await Run("lint", score)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.hasPrefix("\(path):2:3: error: unknown rule"))
    }
}
