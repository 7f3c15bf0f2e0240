import CloudFlowRuntime
import Crypto
import FoundationEssentials
import HTTPTypes

/// The static site that `cloudflow-generate docs` made, as a gateway serves it: the pages at `/docs/`, and the specifications at `/specs/`, where
/// programs of other origins may read them too.
public struct Documentation: Sendable {
    /// A file as it is answered, with its tag.
    private struct File: Sendable {
        let contents: [UInt8]
        let type: String
        /// An entity tag: the same contents have the same.
        let tag: String
    }

    /// By path below the folder.
    private let files: [String: File]

    /// Reads a site. Files that are added to its folder later are not served.
    ///
    /// - Throws: that the folder holds no site.
    public init(folder path: String) throws(DocumentationFailure) {
        var files: [String: File] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
            guard let type = Self.type(of: name), let data = FileManager.default.contents(atPath: path + "/" + name) else { continue }
            let digest = SHA256.hash(data: data).prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            files[name] = File(contents: [UInt8](data), type: type, tag: "\"" + digest.joined() + "\"")
        }
        guard files["index.html"] != nil else { throw DocumentationFailure(folder: path) }
        self.files = files
    }

    /// The media type of what is served; nil for what is not.
    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        // RFC 9512
        case "yaml", "yml": "application/yaml"
        case "json": "application/json"
        default: nil
        }
    }

    var routes: [ServerRoute] {
        var routes = files.keys.sorted().flatMap { path -> [ServerRoute] in
            var paths = ["/docs/" + path]
            if path == "index.html" || path.hasSuffix("/index.html") { paths.append("/docs/" + path.dropLast("index.html".count)) }
            if path.hasPrefix("specs/") { paths.append("/" + path) }
            return paths.map { route(to: path, at: $0) }
        }
        routes.append(
            ServerRoute("GET", "/docs", operationID: "documentation") { _ in
                // Relative, so that it leads back through whatever stands before the gateway.
                APIResponse(HTTPResponse(status: .permanentRedirect, headerFields: [.location: "docs/"]))
            }
        )
        return routes
    }

    private func route(to path: String, at address: String) -> ServerRoute {
        ServerRoute("GET", address, operationID: "documentation") { [files] request in
            guard let file = files[path] else { return APIResponse(status: 404, error: APIError(.notFound, "no such page")) }
            var fields: HTTPFields = [.eTag: file.tag, .cacheControl: "no-cache", .xContentTypeOptions: "nosniff"]
            if address.hasPrefix("/specs/") { fields[.accessControlAllowOrigin] = "*" }
            if request.hasCopy(tagged: file.tag) { return APIResponse(HTTPResponse(status: .notModified, headerFields: fields)) }
            fields[.contentType] = file.type
            fields[.contentSecurityPolicy] = "default-src 'self'; img-src 'self' data:"
            return APIResponse(HTTPResponse(status: .ok, headerFields: fields), body: Body(file.contents))
        }
    }
}

/// A folder that holds no site.
public struct DocumentationFailure: Error, CustomStringConvertible {
    let folder: String

    public var description: String {
        "there is no index.html in '\(folder)'; make the site with: cloudflow-generate docs --output \(folder)"
    }
}

extension APIRequest {
    /// Whether the caller has what the tag stands for (RFC 9110, section 13.1.2).
    fileprivate func hasCopy(tagged tag: String) -> Bool {
        let tags = head.headerFields[.ifNoneMatch]?.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } } ?? []
        return tags.contains { $0 == "*" || $0 == tag || $0 == "W/" + tag }
    }
}
