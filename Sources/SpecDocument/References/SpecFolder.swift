import SpecYAML

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that a description may consist of: those below one folder, each parsed once.
///
/// Nothing is read outside the folder, wherever `..` and symbolic links lead, and nothing is asked of the network.
public final class SpecFolder {
    /// Without `..` and symbolic links; `nil` if there is no such folder.
    private let root: String?
    /// By path without `..` and symbolic links.
    private var files: [String: YAMLNode] = [:]
    private var unreadable: Set<String> = []
    /// What is wrong with the files as YAML or JSON.
    private(set) var diagnostics = Diagnostics()

    /// - Parameter path: of the folder; an empty one stands for the current folder.
    public init(path: String) { root = Self.canonical(path.isEmpty ? "." : path) }

    /// The root of a file, which is read if it was not yet.
    ///
    /// - Parameters:
    ///   - reference: a path relative to the folder of the file that it stands in, percent-encoded as in a URI.
    ///   - node: what refers to it.
    ///   - location: where the reference stands.
    func file(_ reference: Substring, from node: YAMLNode, at location: Location) throws(Diagnostics) -> YAMLNode {
        func failure(_ message: String) -> Diagnostics { [Diagnostic(.warning, at: location, message)] }
        guard !reference.contains("://"), !reference.hasPrefix("urn:") else {
            throw failure("'\(reference)' is not on this machine, and nothing is asked of the network; save it beside the spec")
        }
        guard let decoded = String(percentDecoding: reference) else {
            throw failure("'\(reference)' is no reference; write '%' in a file's name as %25")
        }
        let path = Self.normalized(node.file.folder + decoded)
        guard let canonical = Self.canonical(path) else { throw failure("there is no file '\(path)'; correct the reference, or add it") }
        guard let root, canonical.hasPrefix(root == "/" ? root : root + "/") else {
            throw failure("'\(path)' is outside the folder of the spec; move it there, or name a folder around both with --root")
        }
        if canonical == Self.canonical(node.file) { return node.root }
        if let known = files[canonical] { return known }
        let unusable = failure("'\(path)' can't be read; correct it")
        if unreadable.contains(canonical) { throw unusable }
        do throws(Diagnostics) {
            return try read(path, canonical)
        } catch {
            unreadable.insert(canonical)
            // The description can do without it.
            throw unusable + Diagnostics(error.map { Diagnostic(.warning, at: $0.location, $0.message) })
        }
    }

    private func read(_ path: String, _ canonical: String) throws(Diagnostics) -> YAMLNode {
        let (node, findings) = YAMLNode.parsing(try SpecFile(reading: path))
        guard let node else { throw findings }
        diagnostics = diagnostics + findings
        files[canonical] = node
        return node
    }

    /// The files that were read, without `..` and symbolic links, sorted.
    public var paths: [String] { files.keys.sorted() }

    /// Where a file lies below the folder; `nil` if it doesn't.
    public func relativePath(of path: String) -> String? {
        guard let root, path.hasPrefix(root + "/") else { return nil }
        return String(path.dropFirst(root.count + 1))
    }

    /// Makes a file known that was read already.
    func add(_ root: YAMLNode) {
        guard let canonical = Self.canonical(root.file) else { return }
        files[canonical] = root
    }

    private static func canonical(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The path with `folder/..` taken out, for messages.
    private static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}

extension String {
    /// The path of the folder that holds the file, with a slash at its end; empty for the current one.
    fileprivate var folder: String { lastIndex(of: "/").map { String(self[...$0]) } ?? "" }
}
