import FoundationEssentials
import SwiftEmission

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder that generated files go to. Files that were not generated are never touched.
struct OutputFolder {
    let path: String
    /// The one module that is made; `nil` where all are. What others consist of is none of its business.
    var module: String?

    /// What writing did, by paths below the folder.
    struct Changes {
        var written: [String] = []
        var removed: [String] = []
    }

    /// Makes the folder hold just these generated files: writes what is new or changed, and removes what is no longer generated.
    ///
    /// Everything is written beside its place first, and put there only when all has been written: an error leaves the folder as it was.
    func write(_ files: [SourceFile]) throws(Failure) -> Changes {
        let differences = try differences(from: files)
        let contents = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.contents) })
        let toWrite = differences.filter { $0.kind != .extra }.map(\.path)
        let toRemove = differences.filter { $0.kind == .extra }.map(\.path)
        var staged: [(from: String, to: String)] = []
        do throws(Failure) {
            for path in toWrite {
                staged.append((from: self.path + "/" + path + ".new", to: self.path + "/" + path))
                try stage(contents[path] ?? [], as: self.path + "/" + path)
            }
        } catch {
            for file in staged { try? FileManager.default.removeItem(atPath: file.from) }
            throw error
        }
        for file in staged { try replace(file.to, with: file.from) }
        for path in toRemove { try remove(path) }
        return Changes(written: toWrite, removed: toRemove)
    }

    /// Compares the folder with what the specs give; throws the differences if there are any.
    func check(_ files: [SourceFile]) throws(Failure) {
        let differences = try differences(from: files)
        if !differences.isEmpty { throw .differs(differences, folder: path) }
    }

    private func differences(from files: [SourceFile]) throws(Failure) -> [Difference] {
        var differences: [Difference] = []
        for file in files {
            guard let present = FileManager.default.contents(atPath: path + "/" + file.path) else {
                differences.append(Difference(kind: .missing, path: file.path))
                continue
            }
            if [UInt8](present) == file.contents { continue }
            guard present.isGenerated else {
                throw .file(
                    path: path + "/" + file.path,
                    problem: "this file was not generated, and is in the way of one; move it or choose another --output"
                )
            }
            differences.append(Difference(kind: .stale, path: file.path))
        }
        let expected = Set(files.map(\.path))
        let extra = generatedFiles().filter { !expected.contains($0) }.map { Difference(kind: .extra, path: $0) }
        return (differences + extra).sorted { $0.path < $1.path }
    }

    /// The paths below the folder of all files that bear the generator's mark.
    private func generatedFiles() -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        let own = paths.filter { path in
            guard path.hasSuffix(".swift") else { return false }
            return module.map { path.hasPrefix($0 + "/") || path.hasPrefix($0 + "+") } ?? true
        }
        return own.filter { FileManager.default.contents(atPath: path + "/" + $0)?.isGenerated == true }
    }

    private func stage(_ contents: [UInt8], as path: String) throws(Failure) {
        try makeFolder(path.folder)
        // What is written can be made again, so that nothing waits for the disk.
        let file = open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        let isWritten = file >= 0 && contents.withUnsafeBytes { writeAll($0, to: file) }
        if file >= 0, close(file) == 0, isWritten { return }
        throw Self.unwritable(path)
    }

    private func makeFolder(_ folder: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Self.unwritable(folder)
        }
    }

    private static func unwritable(_ path: String) -> Failure {
        .file(path: path, problem: "it can't be written; see whether the folder may be written to and has room")
    }

    private func replace(_ path: String, with staged: String) throws(Failure) {
        guard rename(staged, path) == 0 else {
            throw .file(path: path, problem: "it can't be replaced; see whether something else stands in its place")
        }
    }

    private func remove(_ path: String) throws(Failure) {
        do {
            try FileManager.default.removeItem(atPath: self.path + "/" + path)
        } catch {
            throw .file(path: self.path + "/" + path, problem: "it is no longer generated and can't be removed; remove it by hand")
        }
        removeEmptyFolders(above: path)
    }

    private func removeEmptyFolders(above path: String) {
        var folder = path.folder.dropLast()
        while !folder.isEmpty, (try? FileManager.default.contentsOfDirectory(atPath: self.path + "/" + folder))?.isEmpty == true {
            try? FileManager.default.removeItem(atPath: self.path + "/" + folder)
            folder = String(folder).folder.dropLast()
        }
    }
}

extension Data {
    /// Whether the file begins with the mark of the generator.
    fileprivate var isGenerated: Bool { [UInt8](prefix(SourceFile.mark.utf8.count)) == Array(SourceFile.mark.utf8) }
}

private func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}
