import Dispatch
import FoundationEssentials
import SpecComparison
import SpecDocument
import SpecPlanning
import SpecYAML
import SwiftText
import Synchronization

/// The descriptions to compare: two files, or those of two folders with the same relative paths.
struct DescriptionPairs {
    /// What was found in all pairs, and the version of the newest.
    struct Result {
        var comparison: Comparison
        var version: String

        var withoutDocumentation: Result {
            var result = self
            result.comparison.changes.removeAll(where: \.isDocumentation)
            return result
        }
    }

    private var pairs: [(old: String?, new: String?)] = []
    /// The names that a configuration gives.
    var naming = NamingChoices()
    /// The folder of what git had, which goes at the end.
    private var checkout: GitCheckout?

    init(_ old: String, _ new: String) throws(Failure) {
        switch (old.isFolder, new.isFolder) {
        case (false, false): pairs = [(old, new)]
        case (true, true): pairs = try Self.paired(old, new)
        default: throw .file(path: old, problem: "a folder can't be compared with a file; name two of either")
        }
    }

    init(_ path: String, against revision: String) throws(Failure) {
        let checkout = try GitCheckout(of: path, at: revision)
        try self.init(checkout.path, path)
        self.checkout = checkout
    }

    func compare(today: String) throws(Failure) -> Result {
        var result = Result(comparison: Comparison(), version: "")
        for pair in pairs {
            let (old, new) = try read(pair)
            result.version = new?.info.version ?? result.version
            let comparison = Comparison(of: old, with: new, today: today)
            let (oldNames, newNames) =
                comparison.changes.contains { !$0.isDocumentation } ? (old.map(symbols(of:)), new.map(symbols(of:))) : (nil, nil)
            result.comparison.changes += comparison.naming(oldNames, newNames).changes.map(relocated)
        }
        return result
    }

    private func symbols(of document: Document) -> SymbolIndex {
        SymbolIndex(planning: VersionSource(document: document, spec: document.location.file, namespace: "API", naming: naming))
    }

    /// What git had is named by its revision.
    private func relocated(_ change: Change) -> Change {
        guard let checkout else { return change }
        var change = change
        change.old = checkout.relocated(change.old)
        return change
    }

    /// Both at the same time: reading is most of the work.
    private func read(_ pair: (old: String?, new: String?)) throws(Failure) -> (old: Document?, new: Document?) {
        let documents = Mutex<[Swift.Result<Document?, Failure>]>([.success(nil), .success(nil)])
        let paths = [pair.old, pair.new]
        DispatchQueue.concurrentPerform(iterations: 2) { position in
            let document = Swift.Result { () throws(Failure) in
                try paths[position].map { path throws(Failure) in try Document.reading(fileAt: path).document }
            }
            documents.withLock { $0[position] = document }
        }
        let found = documents.withLock { $0 }
        return (try found[0].get(), try found[1].get())
    }

    private static func paired(_ old: String, _ new: String) throws(Failure) -> [(old: String?, new: String?)] {
        let (olds, news) = (old.descriptionsBelow, new.descriptionsBelow)
        let names = Set(olds).union(news).sorted()
        guard !names.isEmpty else { throw .file(path: old, problem: "there is no description in this folder; name one that has some") }
        return names.map { name in (olds.contains(name) ? "\(old)/\(name)" : nil, news.contains(name) ? "\(new)/\(name)" : nil) }
    }
}

extension String {
    fileprivate var isFolder: Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: self, isDirectory: &isFolder) && isFolder
    }

    /// The relative paths of the API descriptions below a folder.
    fileprivate var descriptionsBelow: [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: self)) ?? []
        return paths.filter { path in
            guard [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) else { return false }
            let text =
                FileManager.default.contents(atPath: "\(self)/\(path)").map { String(decoding: $0.prefix(4000), as: UTF8.self) } ?? ""
            return text.contains("openapi") || text.contains("swagger")
        }
    }
}
