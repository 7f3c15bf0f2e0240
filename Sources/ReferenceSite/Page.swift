/// A page of the site: what it shows, between the header and the footer that all pages share.
struct Page {
    /// What the browser calls it.
    var title: String
    /// How many folders below the site's root it lies.
    var depth: Int
    /// Where it stands: each page above it, with the path from the root.
    var trail: [(title: String, path: String)] = []
    /// The version whose pages the search finds; nil on the front page.
    var api: APIReference?
    /// Links to the pages beside it.
    var navigation: HTML = .empty
    var main: HTML

    private var root: String { String(repeating: "../", count: depth) }

    func file(at path: String) -> Site.File { Site.File(path: path, contents: Array(html.text.utf8)) }

    private var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        \(HTML(raw: Site.mark))
        <title>\(title)</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="\(root)style.css">
        \(scripts)
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        \(header)
        <div class="columns\(navigation.isEmpty ? " single" : "")">
        \(navigation)
        <main id="main">
        \(main)
        </main>
        </div>
        <footer><p>Made of the API's specification by cloudflow-generate.</p></footer>
        </body>
        </html>

        """
    }

    private var header: HTML {
        if trail.isEmpty { return .empty }
        return """
            <header>
            <nav aria-label="Where you are">
            <ol>
            \(trail.map { "<li><a href=\"\(root + $0.path)\">\($0.title)</a></li>" as HTML })
            </ol>
            </nav>
            \(search)
            </header>
            """
    }

    private var scripts: HTML {
        guard let api else { return .empty }
        return """
            <script src="\(root)\(api.name)/search.js" defer></script>
            <script src="\(root)site.js" defer></script>
            """
    }

    private var search: HTML {
        guard let api else { return .empty }
        return """
            <form role="search" data-root="\(root)\(api.name)/" hidden>
            <label for="search">Search \(api.title) \(api.version)</label>
            <input id="search" type="search" autocomplete="off" aria-controls="found" placeholder="Search (press /)">
            <ul id="found" aria-live="polite" hidden></ul>
            </form>
            """
    }
}
