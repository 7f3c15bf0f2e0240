import CloudFlowRuntime
import Testing

@Suite struct JSONWriterTests {
    @Test func `members that are nil are left out`() throws {
        var terminal = try Terminal(json: Terminal.document.bytes)
        #expect(
            try terminal.jsonText()
                == #"{"id":"T-1","slot":7,"ratio":0.25,"isActive":true,"state":"busy","owner":{"accountId":"acme","level":3},"#
                + #""note":"café \"Ö\"","tags":["a","b"],"owners":[{"accountId":"x"},{"accountId":"y","level":-1}]}"#
        )
        terminal.note = nil
        terminal.tags = []
        terminal.owners = nil
        terminal.owner.level = nil
        #expect(
            try terminal.jsonText()
                == #"{"id":"T-1","slot":7,"ratio":0.25,"isActive":true,"state":"busy","owner":{"accountId":"acme"},"tags":[]}"#
        )
    }

    @Test func `arrays and dictionaries are written, empty and nested`() throws {
        #expect(try [Int]().jsonText() == "[]")
        #expect(try [[1], [], [2, 3]].jsonText() == "[[1],[],[2,3]]")
        #expect(try [String: Int]().jsonText() == "{}")
        #expect(try ["b": [1], "a": [], "\"": [2]].jsonText() == #"{"\"":[2],"a":[],"b":[1]}"#)
        #expect(try [true, nil, false].jsonText() == "[true,null,false]")
        #expect(try [Int?](json: "[1,null]".bytes) == [1, nil])
    }

    @Test func `every type has its form`() throws {
        let all = EveryType()
        #expect(try all.jsonText() == #"{"a":true,"b":1,"c":-2,"d":3,"e":4,"f":5,"g":1.5,"h":0.25,"i":"x","n":null}"#)
        #expect(try EveryType(json: all.json()) == all)
    }

    @Test func `large documents outgrow every buffer`() throws {
        let texts = (0..<5_000).map { "\($0) \"quoted\" and some more text" }
        #expect(try [String](json: texts.json()) == texts)
        let growing = (0..<300).map { [String](repeating: "text", count: $0) }
        #expect(try [[String]](json: growing.json()) == growing)
        #expect(try [[String]](json: Array(growing.reversed()).json()) == growing.reversed())
        let long = String(repeating: "\u{1}", count: 100_000)
        #expect(try long.json().count == 600_002)
    }
}

private struct EveryType: JSONModel, Equatable {
    var a = true
    var b = 1
    var c: Int32 = -2
    var d: Int64 = 3
    var e: UInt32 = 4
    var f: UInt64 = 5
    var g = 1.5
    var h: Float = 0.25
    var i = "x"
    var n: Int?

    init() {}

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        a = reader.optionalBool("a") ?? false
        b = reader.optionalInt("b") ?? 0
        c = reader.int32("c")
        d = reader.optionalInt64("d") ?? 0
        e = reader.optionalUInt32("e") ?? 0
        f = reader.optionalUInt64("f") ?? 0
        g = reader.optionalDouble("g") ?? 0
        h = reader.optionalFloat("h") ?? 0
        i = reader.optionalString("i") ?? ""
        n = reader.value("n")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.bool("a", a)
        writer.int("b", b)
        writer.int32("c", c)
        writer.int64("d", d)
        writer.uint32("e", e)
        writer.uint64("f", f)
        writer.double("g", g)
        writer.float("h", h)
        writer.string("i", i)
        writer.nullableValue("n", n)
        writer.endObject()
    }
}
