import CloudFlowRuntime
import Testing

@Suite struct OpenEnumTests {
    @Test(arguments: [
        ("idle", TerminalState.idle), ("busy", .busy), ("out of order", .outOfOrder), ("asleep", .other("asleep")), ("", .other("")),
    ])
    func `each text is one value`(text: String, state: TerminalState) throws {
        #expect(try TerminalState(json: text.json()) == state)
        #expect(TerminalState(rawValue: text) == state)
        #expect(TerminalState(text) == state)
        #expect(state.rawValue == text)
        #expect(state.description == text)
        #expect(try state.json() == text.json())
    }

    @Test func `values that are not known are kept, whatever they hold`() throws {
        for text in [
            "Busy", "bus", "busyy", "busy\u{0}", "out of orde", "out of order ", "\"\\\n", "日本語", String(repeating: "x", count: 1_000),
        ] {
            let state = try TerminalState(json: text.json())
            #expect(state == .other(text))
            #expect(state.rawValue == text)
            #expect(try TerminalState(json: state.json()) == state)
        }
    }

    @Test func `escapes in a known value do not matter`() throws {
        #expect(try TerminalState(json: #""b\u0075sy""#.bytes) == .busy)
        #expect(try TerminalState(json: #""\u006fut\u0020of order""#.bytes) == .outOfOrder)
    }

    @Test func `values are compared and hashed by their text`() {
        #expect(TerminalState.busy != .idle)
        #expect(TerminalState.other("a") == .other("a"))
        #expect(TerminalState.other("a") != .other("b"))
        #expect(Set([TerminalState.busy, .init(rawValue: "busy"), .other("a"), .init("a"), .idle]).count == 3)
    }

    @Test func `a text is a value`() {
        let state = TerminalState("busy")
        #expect(state == .busy)
        #expect(state.description == "busy")
    }

    @Test func `other kinds of values are refused`() {
        for text in ["1", "null", "{}", "[\"busy\"]", "true"] {
            #expect(throws: JSONError.self) { try TerminalState(json: text.bytes) }
        }
        #expect(throws: JSONError(.loneSurrogate, offset: 0)) { try TerminalState(json: #""\ud800""#.bytes) }
    }

    @Test func `large tables are searched by more than a name's beginning`() throws {
        for (text, value) in [
            ("transaction.approved", Event.approved), ("transaction.declined", .declined), ("transaction", .transaction),
            ("transact", .act),
        ] {
            #expect(try Event(json: text.json()) == value)
            #expect(try value.json() == text.json())
        }
        #expect(try Event(json: #""transaction.appealed""#.bytes) == .other("transaction.appealed"))
    }

    @Test func `a case is the same value however it was made`() throws {
        var states: [TerminalState?] = [.busy, nil, TerminalState("busy"), try TerminalState(json: #""busy""#.bytes)]
        states.append(made(.busy))
        states.append(made(TerminalState.other("x")).map { _ in .busy })
        states.append(["a": TerminalState.busy]["a"])
        states.append(Self.stored)
        states.append((TerminalState.busy as any OpenEnum) as? TerminalState)
        #expect(states.compactMap { $0?.rawValue } == Array(repeating: "busy", count: 8))
    }

    private static let stored = TerminalState.busy

    /// Goes through code that does not know the type.
    @inline(never)
    private func made<Value: OpenEnum>(_ value: Value) -> Value? { [Optional(value), nil].compactMap(\.self).first }

    @Test func `an enumeration of one case has a size`() throws {
        #expect(try [Single](json: #"["only","x","only"]"#.bytes) == [.only, .other("x"), .only])
        #expect(try [Single.only, .other("x")].jsonText() == #"["only","x"]"#)
    }
}

private enum Event: OpenEnum {
    case approved
    case declined
    case transaction
    case act
    case other(String)
    static let table = EnumTable<Self>([
        ("transaction.approved", .approved), ("transaction.declined", .declined), ("transaction", .transaction), ("transact", .act),
    ])
}

private enum Single: OpenEnum {
    case only
    case other(String)
    static let table = EnumTable<Self>([("only", .only)])
}
