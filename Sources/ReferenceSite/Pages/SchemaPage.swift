import SchemaValidation
import SpecDocument
import SpecExamples

/// One schema of the components.
struct SchemaPage {
    let api: APIReference
    let name: String
    let schema: Referenced<Schema>

    var page: Page {
        Page(
            title: "\(name) - \(api.title) \(api.version)",
            depth: 2,
            trail: api.trail,
            api: api,
            navigation: api.navigation(on: api.schemaPage(name), depth: 1),
            main: main
        )
    }

    private var main: HTML {
        """
        <h1><code>\(name)</code></h1>
        \(Markdown((try? api.document.resolve(schema))?.description ?? "").html())
        \(SchemaView(api: api, depth: 1).details(of: schema, isOwnPage: true))
        <h2>Example</h2>
        <pre tabindex="0" role="region" aria-label="Example"><code>\(api.document.example(of: schema, .response).json)</code></pre>
        """
    }
}
