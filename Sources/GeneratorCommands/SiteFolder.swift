import FoundationEssentials
import ReferenceSite

/// The folder that a site goes to.
struct SiteFolder {
    let path: String

    /// Puts a site in the place of the one before. A folder that holds anything else stays as it is.
    func write(_ site: Site) throws(Failure) {
        let files = FileManager.default
        let present = (try? files.contentsOfDirectory(atPath: path)) ?? []
        guard present.isEmpty || holdsSite else {
            throw .file(path: path, problem: "the folder holds something else than a site; name another --output")
        }
        let staged = path + ".new"
        try? files.removeItem(atPath: staged)
        do {
            for file in site.files {
                let place = staged + "/" + file.path
                try files.createDirectory(atPath: place.folder, withIntermediateDirectories: true)
                try Data(file.contents).write(to: URL(filePath: place))
            }
            if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
            try files.moveItem(atPath: staged, toPath: path)
        } catch {
            try? files.removeItem(atPath: staged)
            throw .file(path: path, problem: "it can't be written; see whether the folder may be written to and has room")
        }
    }

    private var holdsSite: Bool {
        let page = FileManager.default.contents(atPath: path + "/index.html")
        return page.map { String(decoding: $0, as: UTF8.self).contains(Site.mark) } ?? false
    }
}
