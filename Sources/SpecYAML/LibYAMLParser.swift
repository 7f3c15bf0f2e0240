internal import CLibYAML

/// libyaml's parser over bytes that outlive it: a stream of events.
struct LibYAMLParser: ~Copyable {
    /// On the heap, for the parser keeps its own address.
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event, which the caller deletes; `nil` if the text is not YAML, as `problem` tells.
    func next() -> yaml_event_t? {
        var event = yaml_event_t()
        return yaml_parser_parse(parser, &event) == 1 ? event : nil
    }

    /// What kept `next` from going on.
    var problem: Problem {
        let mark = parser.pointee.problem_mark
        return Problem(
            line: Int(mark.line) + 1,
            column: Int(mark.column) + 1,
            offset: Int(mark.index),
            text: parser.pointee.problem.map { String(cString: $0) } ?? "the text ends or breaks here",
            context: parser.pointee.context.map { String(cString: $0) }
        )
    }

    /// An error in libyaml's words.
    struct Problem {
        let line: Int
        let column: Int
        /// In characters from the start of the input.
        let offset: Int
        let text: String
        let context: String?
    }
}
