import CloudFlowRuntime

/// Any JSON value as a tree, read by looking at what comes next: what generated unions do.
indirect enum Tree: JSONModel, Hashable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Tree])
    case object([String: Tree])

    init(reading reader: inout JSONReader) {
        switch reader.nextKind {
        case .object: self = .object(reader.value())
        case .array: self = .array(reader.value())
        case .string: self = .string(reader.string())
        case .number: self = .number(reader.double())
        case .boolean: self = .boolean(reader.bool())
        case .null, nil:
            _ = Optional<Bool>(reading: &reader)
            self = .null
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .boolean(let value): writer.bool(value)
        case .number(let value): writer.double(value)
        case .string(let value): writer.string(value)
        case .array(let values): values.write(to: &writer)
        case .object(let members): members.write(to: &writer)
        }
    }
}
