import CloudFlowRuntime
import Testing

@Suite struct NullableTests {
    private struct Patch: JSONModel, Hashable {
        var note: Nullable<String>?
        var count: Nullable<Int>?
        var owner: String?

        init(note: Nullable<String>? = nil, count: Nullable<Int>? = nil, owner: String?) {
            self.note = note
            self.count = count
            self.owner = owner
        }

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            note = reader.optionalNullable("note")
            count = reader.optionalNullable("count")
            owner = reader.nullable("owner")
            reader.endObject(object)
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.optionalNullable("note", note)
            writer.optionalNullable("count", count)
            writer.nullable("owner", owner)
            writer.endObject()
        }
    }

    @Test(
        arguments: [
            #"{"owner":null}"#, #"{"owner":"acme"}"#, #"{"note":null,"owner":null}"#, #"{"note":"n","count":3,"owner":"acme"}"#,
            #"{"count":null,"owner":null}"#,
        ],
        [true, false]
    )
    func `null survives, and so does what is left out`(text: String, strict: Bool) throws {
        #expect(try Patch(json: text.bytes, strict: strict).jsonText() == text)
    }

    @Test func `the three states are told apart`() throws {
        #expect(try Patch(json: #"{"owner":null}"#.bytes).note == nil)
        #expect(try Patch(json: #"{"note":null,"owner":null}"#.bytes).note == .null)
        #expect(try Patch(json: #"{"note":"n","owner":null}"#.bytes).note == "n")
        #expect(try Patch(json: #"{"note":"n","owner":null}"#.bytes).note?.value == "n")
        #expect(try Patch(json: #"{"note":null,"owner":null}"#.bytes).note?.value == nil)
    }

    @Test func `a member that must be there may be null, not missing`() {
        #expect(throws: JSONError(.missingMember("owner", isSpelledNearly: false), offset: 0, pointer: "/owner")) {
            try Patch(json: "{}".bytes)
        }
    }

    @Test func `literals stand for values, nil for nothing`() throws {
        var patch = Patch(note: "n", count: 3, owner: nil)
        #expect(patch.note?.value == "n")
        #expect(patch.count == .value(3))
        patch.note = nil
        patch.count = .null
        #expect(try patch.jsonText() == #"{"count":null,"owner":null}"#)
        #expect(Nullable(Optional("a")) == "a")
        #expect(Nullable(String?.none) == .null)
        let (flag, ratio): (Nullable<Bool>?, Nullable<Double>?) = (true, 0.5)
        #expect(flag?.value == true && ratio?.value == 0.5)
    }

    @Test func `elements of arrays may be null`() throws {
        #expect(try [Nullable<Int>](json: "[1,null]".bytes) == [1, .null])
    }
}
