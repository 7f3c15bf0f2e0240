import SpecYAML
import Testing

@Suite struct DiagnosticsTests {
    private func at(_ line: Int, _ severity: Diagnostic.Severity = .error, _ message: String = "wrong") -> Diagnostic {
        Diagnostic(severity, at: Location(file: "a.yaml", line: line, column: 1), message)
    }

    @Test func areSortedAndUnique() {
        let diagnostics = Diagnostics([at(3), at(1), at(3), at(2, .warning)])
        #expect(diagnostics.description == "a.yaml:1:1: error: wrong\na.yaml:2:1: warning: wrong\na.yaml:3:1: error: wrong")
    }

    @Test func ofOnePlaceKeepTheirOrder() {
        #expect(Diagnostics([at(1, .error, "b"), at(1, .error, "a")]).map(\.message) == ["b", "a"])
    }

    @Test func joinAndStaySorted() {
        #expect((Diagnostics([at(2)]) + Diagnostics([at(1)])).map(\.location.line) == [1, 2])
        #expect((Diagnostics([at(2)]) + []).count == 1)
    }

    @Test func knowWhetherOneIsAnError() {
        #expect(!Diagnostics([at(1, .warning), at(2, .note)]).hasErrors)
        #expect(Diagnostics([at(1, .warning), at(2, .error)]).hasErrors)
    }
}
