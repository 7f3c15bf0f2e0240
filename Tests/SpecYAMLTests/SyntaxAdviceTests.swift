import SpecYAML
import Testing

@Suite struct SyntaxAdviceTests {
    @Test(arguments: [
        ("a:\n\tb: 1\n", "2:1", "a tab can't indent; use spaces"),
        ("a: @x\n", "1:4", "a value can't start with '@'; put it in quotes"),
        ("a: `x`\n", "1:4", "a value can't start with '`'; put it in quotes"),
        ("a: b: c\n", "1:5", "a ':' where no key can stand; put the value in quotes, or correct the indentation"),
        ("a: 1\nb\nc: 2\n", "3:1", "a key without ':' before here; add it, or correct the indentation"),
        ("a:\n  b: 1\n c: 2\n", "3:2", "a key was expected here; correct the indentation, or close what is open before"),
        ("a:\n  - b\n  c: 2\n", "3:3", "a '-' was expected here; correct the indentation of the list"),
        ("a: {b: 1\nc: 2\n", "2:2", "a ',' or '}' was expected here; add it"),
        ("a: [b\nc: 2\n", "2:2", "a ',' or ']' was expected here; add it"),
        ("a: \"\\d\"\n", "1:5", "an unknown escape in double quotes; double the backslash, or use single quotes"),
        ("a: \"x\n", "2:1", "the file ends inside a quoted value; close the quotes"),
    ]) func brokenSyntaxIsToldWithWhatToDo(_ text: String, _ place: String, _ message: String) {
        #expect(findings(text) == "spec.yaml:\(place): error: \(message)")
    }
}
