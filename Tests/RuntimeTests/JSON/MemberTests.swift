import CloudFlowRuntime
import Testing

@Suite struct MemberTests {
    @Test func `a document in the model's order is read`() throws {
        let terminal = try Terminal(json: Terminal.document.bytes)
        #expect(terminal.id == "T-1")
        #expect(terminal.slot == 7)
        #expect(terminal.ratio == 0.25)
        #expect(terminal.isActive)
        #expect(terminal.state == .busy)
        #expect(terminal.owner.accountId == "acme")
        #expect(terminal.owner.level == 3)
        #expect(terminal.note == "café \"Ö\"")
        #expect(terminal.tags == ["a", "b"])
        #expect(terminal.owners?.map(\.accountId) == ["x", "y"])
        #expect(terminal.owners?.map(\.level) == [nil, -1])
    }

    @Test func `what is written is read again`() throws {
        let terminal = try Terminal(json: Terminal.document.bytes)
        #expect(try Terminal(json: terminal.json()) == terminal)
    }

    @Test func `members may come in any order`() throws {
        let members = [
            #""id":"T-1""#, #""slot":7"#, #""ratio":0.25"#, #""isActive":true"#, #""state":"busy""#,
            #""owner":{"level":3,"accountId":"acme"}"#,
        ]
        let expected = try Terminal(json: "{\(members.joined(separator: ","))}".bytes)
        for order in permutations(of: members) {
            #expect(try Terminal(json: "{\(order.joined(separator: ","))}".bytes) == expected)
            #expect(try Terminal(json: "{ \(order.joined(separator: " , ")) }".bytes) == expected)
        }
    }

    @Test(arguments: [
        #"{"x":1,"accountId":"a"}"#, #"{"accountId":"a","x":1}"#, #"{"x":{"accountId":"b","level":5},"accountId":"a"}"#,
        #"{"accountId":"a","x":[{"accountId":"b"},[[]],"}",null]}"#, #"{"x":"\ud800\"}","y":1e400,"accountId":"a","z":{}}"#,
        #"{"Accountid":"b","accountId":"a","account":"c"}"#, #"{"":"","accountId":"a"}"#, #"{"account\u0049d":"a"}"#,
        #"{"\u0061ccountId":"a","x":1}"#, #"{"accountId":"a","level":null}"#,
    ])
    func `members that nobody asked for are ignored`(text: String) throws {
        let owner = try Owner(json: text.bytes)
        #expect(owner.accountId == "a")
        #expect(owner.level == nil)
    }

    @Test(arguments: [
        #"{"accountId":"b","accountId":"a"}"#, #"{"accountId":"b","level":1,"accountId":"a"}"#,
        #"{"level":1,"accountId":"b","accountId":"a"}"#,
        #"{"accountId":"b","x":1,"x":2,"accountId":"a"}"#, #"{"accountId":7,"accountId":"a"}"#, #"{"accountId":null,"accountId":"a"}"#,
        #"{"account\u0049d":"b","accountId":"a"}"#, #"{"accountId":"b","account\u0049d":"a"}"#,
        #"{"accountId":"c","accountId":"b","accountId":"a"}"#,
        #"{"x":{"accountId":1,"accountId":2},"accountId":"b","level":4,"accountId":"a"}"#, #"{"level":1,"level":2,"accountId":"a"}"#,
        #"{"accountId":"\ud800","accountId":"a"}"#,
    ])
    func `of members of the same name the last one counts`(text: String) throws {
        #expect(try Owner(json: text.bytes).accountId == "a")
        #expect(try [Owner](json: "[\(text),\(text)]".bytes).map(\.accountId) == ["a", "a"])
    }

    @Test func `the last one counts in nested objects, dictionaries and unions too`() throws {
        #expect(try Owner(json: #"{"accountId":"a","level":1,"level":null}"#.bytes).level == nil)
        #expect(try Chain(json: #"{"id":1,"next":[{"id":2,"id":3}]}"#.bytes).next?.map(\.id) == [3])
        #expect(try Chain(json: #"{"next":[{"id":2,"id":3,"id":4}],"id":0,"id":1}"#.bytes).next?.map(\.id) == [4])
        #expect(try [String: Int](json: #"{"a":1,"b":2,"\u0061":3}"#.bytes) == ["a": 3, "b": 2])
        #expect(try [String: Int](json: #"{"a":"x","a":3}"#.bytes) == ["a": 3])
        #expect(try Labels(json: #"{"id":"x","a":1,"a":2,"id":"y"}"#.bytes).others == ["a": 2])
        #expect(try Labels(json: #"{"a":1,"id":"x","id":"y","a":2}"#.bytes).id == "y")
        #expect(try Frame(json: #"{"type":"request","type":"ack","sequence":1}"#.bytes).sequence == 1)
        #expect(try Frame(json: #"{"type":"ack","sequence":1,"type":"ack","sequence":2}"#.bytes).sequence == 2)
    }

    @Test func `names are equal when their Unicode scalars are`() throws {
        // Dictionaries of strings know only one of two names that are canonically equivalent.
        #expect(try [String: Int](json: "{\"\u{E9}\":1,\"e\u{301}\":2}".bytes) == ["\u{E9}": 2])
    }

    @Test func `optional members may be absent or null, others not`() throws {
        #expect(try Owner(json: #"{"accountId":"a","level":2}"#.bytes).level == 2)
        #expect(throws: JSONError.self) { try Owner(json: #"{"accountId":null}"#.bytes) }
        #expect(try Owner(json: #"{"accountId":"a","level":null}"#.bytes).level == nil)
        #expect(throws: JSONError(.wrongType(expected: .number, found: .null), offset: 25, pointer: "/level")) {
            try Owner(json: #"{"accountId":"a","level":null}"#.bytes, strict: true)
        }
        #expect(throws: JSONError.self) { try Owner(json: #"{"level":2}"#.bytes) }
        #expect(throws: JSONError.self) { try Owner(json: #"{}"#.bytes) }
    }

    @Test func `null can be told from absent`() throws {
        #expect(try Presence(json: #"{}"#.bytes).value == nil)
        #expect(try Presence(json: #"{"value":null}"#.bytes).value == .some(nil))
        #expect(try Presence(json: #"{"value":"a"}"#.bytes).value == "a")
        for text in [#"{}"#, #"{"value":null}"#, #"{"value":"a"}"#] {
            #expect(try Presence(json: text.bytes).jsonText() == text)
        }
    }

    @Test func `members of any name are kept`() throws {
        let labels = try Labels(json: #"{"z":1,"id":"x","a":2,"q\n\u00e9":3}"#.bytes)
        #expect(labels.others == ["z": 1, "a": 2, "q\né": 3])
        #expect(try labels.jsonText() == #"{"id":"x","a":2,"q\n\#u{E9}":3,"z":1}"#)
        #expect(try Labels(json: labels.json()) == labels)
        #expect(try Labels(json: #"{"id":"x"}"#.bytes).others == [:])
    }

    @Test func `a union is decided by a member, wherever it stands`() throws {
        #expect(try Frame(json: #"{"type":"ack","sequence":4}"#.bytes).sequence == 4)
        #expect(try Frame(json: #"{"sequence":4,"x":{"type":"request"},"type":"ack"}"#.bytes).sequence == 4)
        #expect(try Frame(json: #"{"sequence":4,"t\u0079pe":"ack"}"#.bytes).sequence == 4)
        let request = try Frame(json: #"{"id":"1","payload":[ 1, 2 ],"type":"request"}"#.bytes)
        #expect(try request.jsonText() == #"{"type":"request","id":"1","payload":[ 1, 2 ]}"#)
        for text in [#"{"type":"other"}"#, #"{"type":1}"#, #"{}"#, #"[]"#, #""ack""#, #"{"Type":"ack","sequence":1}"#] {
            #expect(throws: JSONError(.constraint("must be a frame of a known type"), offset: 0)) { try Frame(json: text.bytes) }
        }
    }

    @Test func `slices of arrays and memory of others are read too`() throws {
        let bytes = "xx{\"accountId\":\"a\"}yy".bytes
        #expect(try Owner(json: bytes[2..<bytes.count - 2]).accountId == "a")
        #expect(throws: JSONError(.wrongType(expected: .object, found: .number), offset: 0)) { try Owner(json: "xx7".bytes[2...]) }
        let span = bytes.span.bytes.extracting(2..<bytes.count - 2)
        let owner = try Owner(json: span)
        #expect(owner.accountId == "a")
    }
}

private struct Presence: JSONModel {
    var value: String??

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        value = reader.presentValue("value")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.value("value", value)
        writer.endObject()
    }
}

extension Frame {
    fileprivate var sequence: Int? {
        if case .acknowledgement(let acknowledgement) = self { acknowledgement.sequence } else { nil }
    }
}

private func permutations<Element>(of elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
        var rest = elements
        let first = rest.remove(at: index)
        return permutations(of: rest).map { [first] + $0 }
    }
}
