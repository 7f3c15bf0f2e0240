import SwiftText
import Testing

@Suite struct SwiftSourceTests {
    @Test func aNestedPieceTakesTheIndentationOfItsPlace() {
        let body: SwiftSource = "if ready {\n    go()\n\n    stop()\n}"
        let source: SwiftSource = """
            func run() {
                \(body)
            }
            """
        #expect(source.text == "func run() {\n    if ready {\n        go()\n\n        stop()\n    }\n}")
    }

    @Test func aLineThatHoldsOnlyAnEmptyPieceVanishes() {
        let source: SwiftSource = """
            struct A {
                \(SwiftSource.nothing)
                let a: Int
                \(lines: [])
            }
            """
        #expect(source.text == "struct A {\n    let a: Int\n}")
    }

    @Test func anEmptyPieceAtTheEndTakesItsLineWithIt() {
        let source: SwiftSource = """
            let a = 1
            \(SwiftSource.nothing)
            """
        #expect(source.text == "let a = 1")
    }

    @Test func anEmptyPieceInsideALineLeavesTheLine() {
        let source: SwiftSource = "call(a\(SwiftSource.nothing))"
        #expect(source.text == "call(a)")
    }

    @Test func anEmptyLineOfTheTemplateStays() {
        let source: SwiftSource = """
            a

            b
            """
        #expect(source.text == "a\n\nb")
    }

    @Test func listsStayOnALineWhileTheyFit() {
        let short: SwiftSource = "f(\(list: ["a: 1", "b: 2"])"
        #expect(short.text == "f(a: 1, b: 2)")
        let long: SwiftSource = """
            {
                f(\(list: ["a: 1", "b: 2"], limit: 8)
            }
            """
        #expect(long.text == "{\n    f(\n        a: 1,\n        b: 2\n    )\n}")
    }

    @Test func blocksAreSetApartAndEmptyOnesPassedOver() {
        let source: SwiftSource = "\(blocks: ["a", .nothing, "b"])"
        #expect(source.text == "a\n\nb")
    }
}

@Suite struct SwiftLiteralTests {
    @Test(arguments: [
        ("plain", #""plain""#),
        (#"a "quote" and \(code)"#, #""a \"quote\" and \\(code)""#),
        ("two\nlines\r\n\tand a tab", #""two\nlines\r\n\tand a tab""#),
        ("Zürich 🇨🇭", "\"Zürich 🇨🇭\""),
        ("\u{0}\u{1b}[31m", #""\u{0}\u{1b}[31m""#),
        ("right\u{202e}to left", #""right\u{202e}to left""#),
    ])
    func aLiteralStandsForItsText(_ text: String, _ literal: String) {
        let source: SwiftSource = "\(literal: text)"
        #expect(source.text == literal)
    }

    @Test(arguments: [
        ("plain", #""plain""#),
        (#"{"a": "b\n"}"#, ##"#"{"a": "b\n"}"#"##),
        (##"a"#b"##, ####"##"a"#b"##"####),
        (##"\#(x)"##, ####"##"\#(x)"##"####),
        ("\"\n", #""\"\n""#),
        ("\"\u{202E}", #""\"\u{202e}""#),
    ])
    func aRawLiteralStandsForItsText(_ text: String, _ literal: String) {
        let source: SwiftSource = "\(rawLiteral: text)"
        #expect(source.text == literal)
    }

    @Test func anInterpolatedLiteralHoldsTextsAndValues() {
        let source: SwiftSource = "\(literal: [.text("a \"b\" \\(c)/"), .value("default"), .value("d")])"
        #expect(source.text == #""a \"b\" \\(c)/\(`default`)\(d)""#)
    }

    @Test func aCommentCanNotEndItsLine() {
        let source: SwiftSource = "// \(comment: "one\nlet two = 2\u{2028}three")"
        #expect(source.text == "// one let two = 2 three")
    }
}
