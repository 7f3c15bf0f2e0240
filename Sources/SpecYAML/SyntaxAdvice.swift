extension LibYAMLParser.Problem {
    /// What is wrong in a reader's words, and what to do, given the character at the place (`nil` at the end).
    func message(at character: Character?) -> String {
        switch (text, character) {
        case ("found character that cannot start any token", "\t"), ("found a tab character that violates indentation", _):
            "a tab can't indent; use spaces"
        case ("found character that cannot start any token", let character?):
            "a value can't start with '\(character)'; put it in quotes"
        case ("mapping values are not allowed in this context", _):
            "a ':' where no key can stand; put the value in quotes, or correct the indentation"
        case ("could not find expected ':'", _):
            "a key without ':' before here; add it, or correct the indentation"
        case ("did not find expected key", _), ("did not find expected <block end>", _):
            "a key was expected here; correct the indentation, or close what is open before"
        case ("did not find expected '-' indicator", _):
            "a '-' was expected here; correct the indentation of the list"
        case ("did not find expected ',' or '}'", _):
            "a ',' or '}' was expected here; add it"
        case ("did not find expected ',' or ']'", _):
            "a ',' or ']' was expected here; add it"
        case ("found unknown escape character", _):
            "an unknown escape in double quotes; double the backslash, or use single quotes"
        case ("found unexpected end of stream", _):
            "the file ends inside a quoted value; close the quotes"
        default:
            "\(text)\(context.map { " \($0)" } ?? ""); correct the YAML here"
        }
    }
}
