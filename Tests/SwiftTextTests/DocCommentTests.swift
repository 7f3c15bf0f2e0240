import SwiftText
import Testing

@Suite struct DocCommentTests {
    private func render(_ comment: DocComment) -> String {
        let source: SwiftSource = "\(doc: comment)"
        return source.text
    }

    @Test func paragraphsAreSetApart() {
        #expect(render(DocComment("One.", nil, "  ", "Two.")) == "/// One.\n///\n/// Two.")
    }

    @Test func nothingIsNoComment() {
        #expect(DocComment(nil, "").isEmpty)
        #expect(render(DocComment()) == "")
    }

    @Test func textCanNotLeaveTheComment() {
        #expect(render("a\nlet b = 1 // */\r\nc\u{0}\u{2028}d") == "/// a\n/// let b = 1 // */\n/// c\n/// d")
    }

    @Test func proseIsWrappedAndListsHang() {
        let words = Array(repeating: "word", count: 30).joined(separator: " ")
        let lines = render(DocComment("- \(words)")).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("/// - word") && lines[1].hasPrefix("///   word"))
        #expect(lines.allSatisfy { $0.count <= 120 })
    }

    @Test func noLineBeginsWithWhatMarkdownWouldTakeForAMark() {
        let words = Array(repeating: "word", count: 22).joined(separator: " ")
        let lines = render(DocComment("\(words) - 1. # more")).split(separator: "\n")
        #expect(!lines.contains { $0.hasPrefix("/// -") || $0.hasPrefix("/// 1.") || $0.hasPrefix("/// #") })
    }

    @Test func tablesAndCodeKeepTheirLines() {
        let row = "| " + String(repeating: "cell | ", count: 30)
        let code = "```\n" + String(repeating: "x ", count: 90) + "y\n```"
        #expect(render(DocComment(row)).split(separator: "\n").count == 1)
        #expect(render(DocComment(code)).split(separator: "\n").count == 3)
    }

    @Test func theSummaryIsTheFirstParagraph() {
        #expect(DocComment("First.\nStill first.\n\nSecond.").summary == "First.\nStill first.")
    }

    @Test func theFirstSentenceStandsOnOneLine() {
        #expect(DocComment("First\r\nof all. Then 1.5 more.").firstSentence == "First of all.")
        #expect(DocComment("\nOne.\nTwo.\n\nThree.").firstSentence == "One.")
        #expect(DocComment("Version 1.5").firstSentence == "Version 1.5")
    }

    @Test func emptyLinesAreKeptBetweenLinesAlone() {
        #expect(render(DocComment("\n\nOne.\n\n\nTwo. \t\n\n", "Three.\u{A0}\n ")) == "/// One.\n///\n///\n/// Two.\n///\n/// Three.")
    }

    @Test func columnsAreCountedInCharacters() {
        let words = Array(repeating: "wörter", count: 30).joined(separator: " ")
        let lines = render(DocComment(words)).split(separator: "\n")
        #expect(lines.map(\.count) == [115, 101])
    }
}
