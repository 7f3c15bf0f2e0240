import CMarkGFM

/// A description, as OpenAPI has it: CommonMark, with the tables of GitHub.
struct Markdown {
    /// A heading of the second level, and what stands below it up to the next one.
    struct Section: Hashable {
        /// Nil for what stands before the first heading.
        var title: String?
        var text: String
    }

    let text: String

    init(_ text: String) { self.text = text }

    /// As HTML. HTML in the text and links to scripts are left out: descriptions come from outside.
    ///
    /// - Parameter level: the level of the text's first headings; those below follow.
    func html(headingsFrom level: Int = 2) -> HTML {
        cmark_gfm_core_extensions_ensure_registered()
        let options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8
        guard let parser = cmark_parser_new(options) else { return "<p>\(text)</p>" }
        defer { cmark_parser_free(parser) }
        for name in ["table", "autolink", "strikethrough", "tagfilter"] {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        cmark_parser_feed(parser, text, text.utf8.count)
        guard let document = cmark_parser_finish(parser) else { return "<p>\(text)</p>" }
        defer { cmark_node_free(document) }
        moveHeadings(of: document, to: level)
        guard let rendered = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else { return .empty }
        defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
        let html = String(cString: rendered)
        // A table that is too wide scrolls by itself; who has no mouse gets there by the keyboard.
        return HTML(
            raw: html.replacing("<table>", with: "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>")
                .replacing("</table>", with: "</table></div>")
        )
    }

    private func moveHeadings(of document: OpaquePointer, to level: Int) {
        var headings: [OpaquePointer] = []
        var node = cmark_node_first_child(document)
        while let next = node {
            if cmark_node_get_type(next) == CMARK_NODE_HEADING { headings.append(next) }
            node = cmark_node_next(next)
        }
        guard let first = headings.map({ cmark_node_get_heading_level($0) }).min() else { return }
        for heading in headings {
            let moved = Int(cmark_node_get_heading_level(heading) - first) + level
            cmark_node_set_heading_level(heading, Int32(min(moved, 6)))
        }
    }

    /// The parts below headings of the second level.
    var sections: [Section] {
        var sections = [Section(title: nil, text: "")]
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
            if line.hasPrefix("## "), !isCode {
                sections.append(Section(title: String(line.dropFirst(3)), text: ""))
            } else {
                sections[sections.count - 1].text += line + "\n"
            }
        }
        return sections.filter { $0.title != nil || !$0.text.allSatisfy(\.isWhitespace) }
    }
}
