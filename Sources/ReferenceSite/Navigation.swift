import SchemaValidation
import SpecDocument
import SpecExamples
import SpecPlan

extension APIReference {
    /// Links to the pages of the version: all of them, or, where those are many, to those that stand near the page.
    ///
    /// - Parameters:
    ///   - current: the page that the links stand on, from the folder of the API.
    ///   - depth: how many folders below that of the API the page lies.
    func navigation(on current: String, depth: Int) -> HTML {
        let root = String(repeating: "../", count: depth)
        func link(_ page: String, _ label: HTML) -> HTML {
            "<li><a href=\"\(root + page)\"\(page == current ? " aria-current=\"page\"" as HTML : .empty)>\(label)</a></li>"
        }
        let isLarge = operations.count + document.components.schemas.count > 150
        let operations = groups.map { group -> HTML in
            if isLarge, !group.operations.contains(where: { $0.page == current }) {
                return "<ul>\n<li><a href=\"\(root)index.html#\(group.anchor)\">\(group.name)</a></li>\n</ul>"
            }
            return """
                <h2>\(group.name)</h2>
                <ul>
                \(group.operations.map { link($0.page, $0.label) })
                </ul>
                """
        }
        let names = isLarge ? [] : document.components.schemas.keys
        let schemas = names.map { link(schemaPage($0), "<code>\($0)</code>") }
        return """
            <nav class="side" aria-label="\(title) \(version)">
            <details open>
            <summary>\(title) \(version)</summary>
            <ul>
            \(link("index.html", "Overview"))
            </ul>
            \(operations)
            \(schemas.isEmpty ? [] : ["<h2>Schemas</h2>\n<ul>", "\(schemas)", "</ul>"])
            </details>
            </nav>
            """
    }

    /// The page and all above it, for a page of the version.
    var trail: [(title: String, path: String)] {
        [(title: "APIs", path: "index.html"), (title: "\(title) \(version)", path: "\(name)/index.html")]
    }

    /// What the search looks through, as a script: name, kind, page and text of each operation and schema.
    var searchIndex: String {
        let operations = operations.map { operation in
            let text = [
                operation.call.method, operation.call.path, operation.operation.summary ?? "",
                operation.operation.tags.joined(separator: " "),
            ]
            return entry(operation.plan.operationID, "operation", operation.page, text.joined(separator: " "))
        }
        let schemas = document.components.schemas.map { schema in
            let described = (try? document.resolve(schema.value))?.description ?? ""
            let properties = schema.value.inline?.properties.keys.joined(separator: " ") ?? ""
            return entry(schema.key, "schema", schemaPage(schema.key), described + " " + properties)
        }
        return "const searchIndex = [\n" + (operations + schemas).joined(separator: ",\n") + "\n];\n"
    }

    private func entry(_ name: String, _ kind: String, _ page: String, _ text: String) -> String {
        let members = [("name", name), ("kind", kind), ("page", page), ("text", String(text.prefix(400)))]
        return SchemaValue.object(members.map { .init($0.0, .string($0.1)) }).jsonLine
    }
}

extension DocumentedOperation {
    /// Method and path, as links name it.
    var label: HTML { "<span class=\"method \(call.method.lowercased())\">\(call.method)</span> <span>\(plan.operationID)</span>" }
}
