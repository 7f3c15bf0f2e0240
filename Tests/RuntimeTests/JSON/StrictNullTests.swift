import CloudFlowRuntime
import Testing

/// A null where the schema has none: a server refuses it, a client takes it for absent.
@Suite struct StrictNullTests {
    private struct Model: JSONModel {
        var count: Int?
        var note: String??

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            count = reader.optionalInt("count")
            note = reader.presentValue("note")
            reader.endObject(object)
        }

        func write(to writer: inout JSONWriter) {}
    }

    @Test func aStrictReadingRefusesNull() throws {
        let error = #expect(throws: JSONError.self) { try Model(json: Array(#"{"count":null}"#.utf8), strict: true) }
        #expect(error?.description.contains("/count") == true)
    }

    @Test func aLenientReadingTakesNullForAbsent() throws {
        #expect(try Model(json: Array(#"{"count":null}"#.utf8)).count == nil)
    }

    @Test func whatMayBeNullIsToldFromWhatIsAbsent() throws {
        #expect(try Model(json: Array(#"{"note":null}"#.utf8), strict: true).note == .some(nil))
        #expect(try Model(json: Array("{}".utf8), strict: true).note == .none)
    }
}
