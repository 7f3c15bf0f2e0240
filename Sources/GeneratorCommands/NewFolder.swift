import FoundationEssentials

/// A folder that must not hold anything yet.
struct NewFolder {
    let path: String

    /// Makes the folder with these files: all of them, or none.
    func write(_ contents: [String: [UInt8]]) throws(Failure) {
        let files = FileManager.default
        // A file in its place is no empty folder.
        let isFree = !files.fileExists(atPath: path) || (try? files.contentsOfDirectory(atPath: path))?.isEmpty == true
        guard isFree else {
            throw .file(path: path, problem: "the folder holds something already, which stays as it is; name another --output")
        }
        let staged = path + ".cloudflow-new"
        try? files.removeItem(atPath: staged)
        do {
            for (file, bytes) in contents {
                let place = staged + "/" + file
                try files.createDirectory(atPath: place.folder, withIntermediateDirectories: true)
                try Data(bytes).write(to: URL(filePath: place))
            }
            if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
            try files.moveItem(atPath: staged, toPath: path)
        } catch {
            try? files.removeItem(atPath: staged)
            throw .file(path: path, problem: "it can't be written; see whether the folder may be written to and has room")
        }
    }
}
