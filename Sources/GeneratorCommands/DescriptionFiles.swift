import FoundationEssentials
import SpecDocument
import SpecYAML
import SwiftText

/// A description and the files that it refers to, to be copied.
struct DescriptionFiles {
    /// By their paths below the folder that they all lie in.
    let contents: [String: [UInt8]]
    /// The description's own.
    let specPath: String
    private let title: String

    init(of spec: String, root: String?) throws(Failure) {
        do throws(Diagnostics) {
            let node = try YAMLNode(parsing: try SpecFile(reading: spec))
            let folder = SpecFolder(path: root ?? spec.folder)
            let document = Document.reading(node, in: folder).document
            var contents: [String: [UInt8]] = [:]
            for path in folder.paths {
                if let relative = folder.relativePath(of: path) { contents[relative] = try SpecFile(reading: path).bytes }
            }
            title = document?.info.title ?? ""
            self.contents = contents
            let own = URL(filePath: spec).resolvingSymlinksInPath().path
            specPath = folder.relativePath(of: own) ?? spec.split(separator: "/").last.map(String.init) ?? spec
        } catch {
            throw .diagnostics(error)
        }
    }

    /// The title in one word, with `API` at its end, so that it is no name of a schema: `Swagger Petstore` is `SwaggerPetstoreAPI`.
    var moduleName: String {
        get throws(Failure) {
            let name = SwiftName(type: title)
            guard !title.isEmpty, name.text.utf8.count <= 60 else {
                throw .file(path: "--module", problem: "the description's title makes no good name; give one, such as ShopAPI")
            }
            return name.text.lowercased().hasSuffix("api") ? String(name.text.dropLast(3)) + "API" : name.text + "API"
        }
    }
}
