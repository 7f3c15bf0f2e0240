import FoundationEssentials
import SwiftText

/// Where a package gets cloudflow from.
enum PackageSource {
    case folder(String)
    case url(String)

    /// A folder or a URL, as the command line has it.
    init(_ text: String) {
        self = text.contains("://") || text.hasPrefix("git@") ? .url(text) : .folder(URL(filePath: text).absoluteURL.standardized.path)
    }

    /// The checkout that this command was built in.
    static var surrounding: PackageSource? {
        guard let executable = CommandLine.arguments.first else { return nil }
        let files = FileManager.default
        for start in [URL(filePath: executable).resolvingSymlinksInPath(), URL(filePath: files.currentDirectoryPath + "/.")] {
            var folder = start.deletingLastPathComponent()
            while folder.path != "/", !folder.path.isEmpty {
                let manifest = files.contents(atPath: folder.appending(path: "Package.swift").path) ?? Data()
                // This package's, not that of one that depends on it.
                if String(decoding: manifest, as: UTF8.self).contains("name: \"cloudflow\",\n") { return .folder(folder.path) }
                folder = folder.deletingLastPathComponent()
            }
        }
        return nil
    }

    /// As a manifest depends on it.
    var dependency: SwiftSource {
        switch self {
        case .folder(let path): ".package(name: \"cloudflow\", path: \(literal: path), traits: [\"Client\"])"
        case .url(let url): ".package(url: \(literal: url), branch: \"main\", traits: [\"Client\"])"
        }
    }

    /// What products call the package.
    var identity: String {
        switch self {
        case .folder: "cloudflow"
        case .url(let url):
            (url.split(separator: "/").last.map(String.init) ?? url).replacing(".git", with: "").lowercased()
        }
    }
}
