import ArgumentParser
import Foundation
import SeededRandom
import SpecDocument
import SpecPlan
import SpecPlanning
import SpecYAML
import SwiftEmission
import SwiftText

/// Changes descriptions at random and generates modules of them, to see that nothing crashes and nothing takes long.
@main
struct Fuzzer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generator-fuzzer",
        abstract: "Generates modules of descriptions that were changed at random.",
        discussion: "A mutant is made of the seed and its number alone: with --seed and --first it comes again."
    )

    @Argument(help: "Folders of descriptions, in YAML or JSON.")
    var folders: [String]

    @Option(help: "How many mutants.")
    var count = 1000

    @Option(help: "What mutants are made of; chosen at random if it is not given.")
    var seed: UInt64?

    @Option(help: "The number of the first mutant.")
    var first = 0

    @Option(help: "The folder that is to hold the number of the mutant at work, the ones that took long, and a sample.")
    var work = ".run/fuzz"

    @Option(help: "How many mutants to keep, in the folder 'sample', to be typechecked.")
    var sample = 0

    /// CPU seconds.
    private static let longest = 2.0

    func run() throws {
        let seed = seed ?? UInt64.random(in: 0...UInt64.max)
        let documents = try descriptions()
        guard !documents.isEmpty else { throw ValidationError("there is no API description in these folders") }
        let folder = URL(filePath: work)
        try? FileManager.default.removeItem(at: folder.appending(path: "sample"))
        try FileManager.default.createDirectory(at: folder.appending(path: "sample"), withIntermediateDirectories: true)
        print("seed \(seed), \(documents.count) descriptions, \(count) mutants from \(first)")
        var tally = (generated: 0, refused: 0, slow: 0, kept: 0)
        for number in first..<first + count {
            // Tells which one it was, should the process end here.
            try Data("\(number)\n".utf8).write(to: folder.appending(path: "number"))
            let mutant = Self.mutant(number, seed, of: documents)
            let start = Self.processorTime
            let isGenerated = Self.generate(mutant)
            let time = Self.processorTime - start
            if isGenerated { tally.generated += 1 } else { tally.refused += 1 }
            if time > Self.longest {
                tally.slow += 1
                print("mutant \(number) took \(time) s: \(mutant.path)")
                try Data(mutant.bytes).write(to: folder.appending(path: "slow-\(number).json"))
            }
            if isGenerated, tally.kept < sample, number % max(1, count / max(1, sample)) == 0 {
                tally.kept += 1
                try Data(mutant.bytes).write(to: folder.appending(path: "sample/mutant-\(number).json"))
            }
            if (number - first + 1) % 1000 == 0 { print("\(number - first + 1) mutants") }
        }
        print("\(tally.generated) generated, \(tally.refused) refused, \(tally.slow) took longer than \(Self.longest) s")
        if tally.slow > 0 { throw ExitCode(1) }
    }

    private func descriptions() throws -> [(path: String, value: SpecValue)] {
        var descriptions: [(path: String, value: SpecValue)] = []
        for folder in folders {
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            for path in paths where [".json", ".yaml", ".yml"].contains(where: path.hasSuffix) {
                guard let file = try? SpecFile(reading: folder + "/" + path), let root = YAMLNode.parsing(file).node,
                    root["openapi"] != nil || root["swagger"] != nil
                else { continue }
                descriptions.append((path, SpecValue(root)))
            }
        }
        return descriptions
    }

    /// Small descriptions come oftener than large ones, so that there are more mutants in the time.
    private static func mutant(_ number: Int, _ seed: UInt64, of documents: [(path: String, value: SpecValue)]) -> SpecFile {
        let sizes = documents.map { 1 / Double($0.value.size + 1000) }
        var generator = SeededGenerator(seed: seed &+ UInt64(number) &* 0x1234_5678_9ABC_DEF1)
        var point = Double.random(in: 0..<sizes.reduce(0, +), using: &generator)
        var choice = 0
        while choice < sizes.count - 1, point >= sizes[choice] {
            point -= sizes[choice]
            choice += 1
        }
        var mutation = Mutation(seed: generator.next())
        var value = documents[choice].value
        mutation.mutate(&value)
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        return SpecFile(path: documents[choice].path, bytes: bytes)
    }

    /// Takes a file all the way; whether something came of it.
    private static func generate(_ file: SpecFile) -> Bool {
        let (node, parsing) = YAMLNode.parsing(file)
        guard let node, !parsing.hasErrors, let document = Document.reading(node).document else { return false }
        let source = VersionSource(document: document, spec: "spec.json", namespace: "API")
        var diagnostics: [Diagnostic] = []
        let plan = ModulePlan(named: "Module", planning: [source], reporting: &diagnostics)
        return !plan.files.isEmpty
    }

    /// Of this process, in seconds.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
