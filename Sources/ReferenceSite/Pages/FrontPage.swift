import SpecDocument

/// The page that all others are reached from: every API in every version, to view and to download, and what all of them say.
struct FrontPage {
    let apis: [APIReference]

    var page: Page { Page(title: title, depth: 0, main: main) }

    private var title: String {
        let titles = groups.map { $0[0].title.split(separator: " ") }
        guard let first = titles.first else { return "APIs" }
        if titles.count == 1 { return groups[0][0].title }
        // "CloudFlow Client API" and "CloudFlow Device API" are the CloudFlow APIs.
        let common = first.indices.prefix { index in titles.allSatisfy { $0.indices.contains(index) && $0[index] == first[index] } }
        return (first[..<common.count] + ["APIs"]).joined(separator: " ")
    }

    /// The versions of each API.
    private var groups: [[APIReference]] {
        var groups: [[APIReference]] = []
        for api in apis {
            if let index = groups.firstIndex(where: { $0[0].title == api.title }) {
                groups[index].append(api)
            } else {
                groups.append([api])
            }
        }
        return groups
    }

    private var main: HTML {
        """
        <h1>\(title)</h1>
        <div class="wide" tabindex="0" role="region" aria-label="All versions">
        <table>
        <thead><tr><th scope="col">API group</th><th scope="col">Version</th><th scope="col">Documentation</th><th scope="col">Specification</th></tr></thead>
        <tbody>
        \(groups.flatMap(rows))
        </tbody>
        </table>
        </div>
        \(sections)
        """
    }

    private func rows(of group: [APIReference]) -> [HTML] {
        group.enumerated().map { index, api in
            let heading: HTML = index == 0 ? "<th scope=\"rowgroup\" rowspan=\"\("\(group.count)")\">\(api.title)</th>" : .empty
            let name = "\(api.title) \(api.version)"
            return """
                <tr>\(heading)<td>\(api.version)</td>\
                <td><a href="\(api.name)/index.html" aria-label="View \(name)">View</a></td>\
                <td><a href="\(api.specificationPath)" download aria-label="Download \(name)">Download</a></td></tr>
                """
        }
    }

    /// What the newest versions say of themselves; a section that several have in the same words stands here once.
    private var sections: [HTML] {
        var shown: Set<Markdown.Section> = []
        return groups.flatMap { group -> [HTML] in
            guard let api = group.last else { return [] }
            let own = Markdown(api.document.info.description ?? "").sections.filter { shown.insert($0).inserted }
            return own.map { section in
                let heading = section.title.map { groups.count == 1 ? $0 : "\(api.title): \($0)" } ?? api.title
                let isShared = groups.count > 1 && groups.allSatisfy { $0.last?.has(section) == true }
                return """
                    <section>
                    <h2>\(isShared ? section.title ?? "About" : heading)</h2>
                    \(Markdown(section.text).html(headingsFrom: 3))
                    </section>
                    """
            }
        }
    }
}

extension APIReference {
    fileprivate func has(_ section: Markdown.Section) -> Bool {
        Markdown(document.info.description ?? "").sections.contains(section)
    }
}
