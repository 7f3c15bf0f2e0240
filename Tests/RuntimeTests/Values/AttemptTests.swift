import CloudFlowRuntime
import SeededRandom
import Testing

@Suite struct AttemptTests {
    @Test func `the first alternative that fits is taken`() throws {
        for strict in [true, false] {
            #expect(try Payment(json: #"{"iban":"DE02"}"#.bytes, strict: strict) == .transfer(Transfer(iban: "DE02")))
            #expect(try Payment(json: #"{"number":"1","cvc":"123"}"#.bytes, strict: strict) == .card(Card(number: "1", cvc: "123")))
            #expect(
                try Payment(json: #"{"cvc":"123","iban":"DE02","number":"1"}"#.bytes, strict: strict)
                    == .card(Card(number: "1", cvc: "123"))
            )
            #expect(try [Payment](json: #"[{"number":"1","iban":"x"},{"iban":"y"}]"#.bytes).count == 2)
        }
    }

    @Test func `what fits no alternative is kept leniently and refused strictly`() throws {
        let text = #"{"other":[1, 2]}"#
        #expect(try Payment(json: text.bytes) == .other(JSONValue(json: text.bytes)))
        #expect(try [Payment](json: "[\(text),7]".bytes).count == 2)
        let error = #expect(throws: JSONError.self) { try [Payment](json: "[\(text)]".bytes, strict: true) }
        #expect(error?.pointer.hasPrefix("/0") == true)
    }

    @Test func `the error is that of the alternative that came furthest`() {
        let error = #expect(throws: JSONError.self) { try Payment(json: #"{"number":"1","cvc":7}"#.bytes, strict: true) }
        #expect(error == JSONError(.wrongType(expected: .string, found: .number), offset: 20, pointer: "/cvc"))
    }

    @Test func `constraints tell alternatives apart, for clients too`() throws {
        #expect(try When(json: #""2024-05-17""#.bytes) == .day(CalendarDate(verbatim: "2024-05-17")))
        #expect(try When(json: #""tomorrow""#.bytes) == .text("tomorrow"))
        #expect(try [When](json: #"["x","2024-05-17","2024-05-17T09:30:00Z"]"#.bytes).map(\.kind) == ["text", "day", "time"])
    }

    @Test func `a client takes what breaks a rule for the first alternative that it is of`() throws {
        #expect(try Size(json: #"{"width":-1}"#.bytes) == .width(-1))
        #expect(throws: JSONError.self) { try Size(json: #"{"width":-1}"#.bytes, strict: true) }
    }

    @Test func `members of a failed attempt belong to the next one`() throws {
        let document = #"{"iban":"a","x":"b"}"#
        #expect(try Mixed(json: document.bytes, strict: true) == .map(["iban": "a", "x": "b"]))
        #expect(throws: JSONError.self) { try Closed(json: document.bytes, strict: true) }
        #expect(try Closed(json: #"{"iban":"a"}"#.bytes, strict: true) == .transfer(Transfer(iban: "a")))
    }

    @Test func `errors behind a failed attempt have their own place`() {
        let error = #expect(throws: JSONError.self) { try Wallet(json: #"{"payments":[{"iban":"a"}],"limit":"x"}"#.bytes) }
        #expect(error == JSONError(.wrongType(expected: .number, found: .string), offset: 35, pointer: "/limit"))
    }

    @Test func `a broken document is an error wherever it breaks`() {
        let document = #"{"payments":[{"iban":"a"},{"number":"1"}],"limit":1}"#.bytes
        for end in document.indices { #expect(throws: JSONError.self) { try Wallet(json: document[..<end]) } }
        #expect(throws: Never.self) { try Wallet(json: document) }
    }

    @Test(arguments: [true, false])
    func `unions that nest do not take exponential time`(strict: Bool) throws {
        for depth in [1, 5, 200] {
            let document = String(repeating: #"{"next":"#, count: depth) + #"{"b":1}"# + String(repeating: #","b":1}"#, count: depth)
            var either: Either?
            let duration = try ContinuousClock().measure { either = try Either(json: document.bytes, strict: strict) }
            #expect(either?.depth == depth)
            #expect(duration < .seconds(20))
            #expect(throws: JSONError.self) { try Either(json: document.replacing("b\":1}", with: "c\":1}").bytes, strict: true) }
        }
    }

    @Test func `an object feeds several values`() throws {
        let text = #"{"a":"1","iban":"x","number":"2"}"#
        for strict in [true, false] {
            let parts = try Parts(json: text.bytes, strict: strict)
            #expect(parts.transfer == Transfer(iban: "x"))
            #expect(parts.card == nil)
            #expect(parts.all == ["a": "1", "iban": "x", "number": "2"])
            #expect(try parts.jsonText() == text)
        }
        let error = #expect(throws: JSONError.self) { try [Parts](json: #"[{"a":"1"}]"#.bytes) }
        #expect(error?.pointer == "/0/iban")
    }

    @Test func `parts that nest do not take exponential time`() throws {
        let depth = 100
        let document = String(repeating: #"{"next":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
        #expect(try Doubled(json: document.bytes).depth == depth)
    }

    @Test func `a fast reading and an exact one choose the same`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let members = [#""number":"1""#, #""cvc":"2""#, #""iban":"3""#, #""cvc":4"#, #""x":null"#].shuffled(using: &random)
                .prefix(Int.random(in: 0...5, using: &random)).joined(separator: ",")
            // An escape in a name leaves the document to the exact mode.
            let (fast, exact) = ("[{\(members)}]", #"[{\#(members)},{"\u0069ban":""}]"#)
            let strict = Bool.random(using: &random)
            let results = (try? [Payment](json: fast.bytes, strict: strict).first, try? [Payment](json: exact.bytes, strict: strict).first)
            if results.0 != results.1 { Issue.record("\(fast), seed \(seed)") }
        }
    }
}

// MARK: Models as the generator makes them

private struct Card: JSONModel, Hashable {
    var number: String
    var cvc: String

    init(number: String, cvc: String) {
        self.number = number
        self.cvc = cvc
    }

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        number = reader.string("number")
        cvc = reader.string("cvc")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {}
}

private struct Transfer: JSONModel, Hashable {
    var iban: String

    init(iban: String) { self.iban = iban }

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        iban = reader.string("iban")
        reader.endObject(object, closed: true)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("iban", iban)
        writer.endObject()
    }
}

private enum Payment: JSONReadable, Hashable {
    case card(Card)
    case transfer(Transfer)
    case other(JSONValue)

    init(reading reader: inout JSONReader) {
        self = reader.firstMatch(Self.card, Self.transfer) ?? .other(reader.value())
    }
}

private enum When: JSONReadable, Hashable {
    case day(CalendarDate)
    case time(DateTime)
    case text(String)

    init(reading reader: inout JSONReader) {
        self = reader.firstMatch(Self.day, Self.time, Self.text) ?? .text(reader.value())
    }

    var kind: String {
        switch self {
        case .day: "day"
        case .time: "time"
        case .text: "text"
        }
    }
}

private enum Size: JSONReadable, Hashable {
    case width(Int)
    case other(JSONValue)

    private struct Width: JSONReadable {
        var width: Int

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            width = reader.int("width")
            reader.check("width", width, range: 0...)
            reader.endObject(object)
        }
    }

    init(reading reader: inout JSONReader) {
        self = reader.firstMatch { (width: Width) in .width(width.width) } ?? .other(reader.value())
    }
}

private enum Mixed: JSONReadable, Hashable {
    case card(Card)
    case transfer(Transfer)
    case map([String: String])
    case other(JSONValue)

    init(reading reader: inout JSONReader) {
        self = reader.firstMatch(Self.card, Self.transfer, Self.map) ?? .other(reader.value())
    }
}

private enum Closed: JSONReadable, Hashable {
    case transfer(Transfer)
    case other(JSONValue)

    init(reading reader: inout JSONReader) {
        if let transfer = reader.attempt(Transfer.self) {
            self = .transfer(transfer)
        } else {
            reader.fail("must be a transfer")
            self = .other(reader.value())
        }
    }
}

private struct Wallet: JSONReadable {
    var payments: [Payment]
    var limit: Int

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        payments = reader.value("payments")
        limit = reader.int("limit")
        reader.endObject(object)
    }
}

/// Both alternatives read the same member before they fail.
private indirect enum Either: JSONReadable {
    case first(First)
    case second(Second)
    case other(JSONValue)

    struct First: JSONReadable {
        var next: Either?

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            next = reader.optionalValue("next")
            _ = reader.int("a")
            reader.endObject(object)
        }
    }

    struct Second: JSONReadable {
        var next: Either?

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            next = reader.optionalValue("next")
            _ = reader.int("b")
            reader.endObject(object)
        }
    }

    init(reading reader: inout JSONReader) {
        self = reader.firstMatch(Self.first, Self.second) ?? .other(reader.value())
    }

    var depth: Int {
        switch self {
        case .second(let second): second.next.map { $0.depth + 1 } ?? 0
        default: -1
        }
    }
}

private struct Parts: JSONModel {
    var transfer: Member
    var card: Card?
    var all: [String: String]

    typealias Member = Transfer

    private struct Open: JSONReadable {
        var iban: String

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            iban = reader.string("iban")
            reader.endObject(object)
        }
    }

    init(reading reader: inout JSONReader) {
        transfer = Transfer(iban: reader.part(Open.self).iban)
        card = reader.optionalPart()
        all = reader.value()
    }

    func write(to writer: inout JSONWriter) { writer.parts(transfer, nil, all) }
}

private struct Doubled: JSONReadable {
    var next: Next
    var again: Next

    struct Next: JSONReadable {
        var next: [Doubled]

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            next = (reader.optionalValue("next") as Doubled?).map { [$0] } ?? []
            reader.endObject(object)
        }
    }

    init(reading reader: inout JSONReader) {
        next = reader.part()
        again = reader.part()
        reader.skip()
    }

    var depth: Int { (again.next.first?.depth).map { $0 + 1 } ?? 0 }
}
