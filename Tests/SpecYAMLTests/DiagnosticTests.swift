import SpecYAML
import Testing

@Suite struct DiagnosticTests {
    @Test func printsPlaceSeverityAndMessage() {
        let location = Location(file: "specs/client-1.1.yaml", line: 41, column: 9)
        let diagnostic = Diagnostic(.error, at: location, "path names {id} but no parameter does; add one under 'parameters'")
        #expect(
            diagnostic.description
                == "specs/client-1.1.yaml:41:9: error: path names {id} but no parameter does; add one under 'parameters'"
        )
    }

    @Test func severitiesAreOrdered() {
        #expect([Diagnostic.Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
    }
}
