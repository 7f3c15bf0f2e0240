package import SpecDocument
package import SpecYAML

extension Document {
    /// Reads a description of its own, with what was found on the way that is no error.
    ///
    /// - Parameter root: the folder that files which it refers to must lie in; the description's own if it is nil.
    package static func reading(fileAt path: String, root: String? = nil) throws(Failure) -> (document: Document, findings: Diagnostics) {
        do throws(Diagnostics) {
            let (node, findings) = YAMLNode.parsing(try SpecFile(reading: path))
            guard let node else { throw findings }
            let (document, diagnostics) = Document.reading(node, in: SpecFolder(path: root ?? path.folder))
            guard let document else { throw diagnostics }
            return (document, findings + diagnostics)
        } catch {
            throw .diagnostics(error)
        }
    }
}
