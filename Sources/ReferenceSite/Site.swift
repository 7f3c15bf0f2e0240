import SpecDocument

/// A static site that documents APIs: a front page, and a reference for each version. It needs no network, and no server either.
///
/// The same descriptions make the same bytes.
public struct Site: Sendable {
    /// A file of the site.
    public struct File: Hashable, Sendable {
        /// Below the site's root, with slashes: `client-1.1/index.html`.
        public let path: String
        public let contents: [UInt8]
    }

    /// Sorted by path.
    public let files: [File]

    /// What stands on each page, and tells a site from other pages.
    public static let mark = "<meta name=\"generator\" content=\"cloudflow-generate\">"

    /// - Parameter apis: the versions of one API next to each other, the oldest first.
    public init(of apis: [APIReference]) {
        var files = [
            File(path: "style.css", contents: PackageResources.style_css),
            File(path: "site.js", contents: PackageResources.site_js),
            FrontPage(apis: apis).page.file(at: "index.html"),
        ]
        for api in apis {
            files.append(File(path: api.specificationPath, contents: api.specification))
            files += api.files
        }
        self.files = files.sorted { $0.path < $1.path }
    }
}

extension APIReference {
    fileprivate var files: [Site.File] {
        let search = Site.File(path: "\(name)/search.js", contents: Array(searchIndex.utf8))
        let overview = OverviewPage(api: self).page.file(at: "\(name)/index.html")
        let operations = operations.map { OperationPage(api: self, operation: $0).page.file(at: "\(name)/\($0.page)") }
        let schemas = document.components.schemas.map { entry in
            SchemaPage(api: self, name: entry.key, schema: entry.value).page.file(at: "\(name)/\(schemaPage(entry.key))")
        }
        return [search, overview] + operations + schemas
    }

    /// The page of a schema, from the folder of the API.
    func schemaPage(_ name: String) -> String { "schemas/\(name.fileName).html" }
}
