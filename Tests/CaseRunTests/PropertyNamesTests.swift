import CloudFlowRuntime
import Testing

@Suite struct PropertyNamesTests {
    private let json = #"{"quoted\"name":"q","back\\slash":"b","\\(interpolated)":"i","line\nbreak":"l"}"#

    @Test func namesThatJSONEscapesAreReadAndWritten() throws {
        let value = try PropertyNamesAPI.Spellings(json: Array(json.utf8), strict: true)
        #expect(value.quotedName == "q" && value.backSlash == "b" && value.interpolated == "i" && value.lineBreak == "l")
        #expect(String(decoding: try value.json(), as: UTF8.self) == json)
    }

    @Test(arguments: [
        #"{"quoted\u0022name":"q"}"#, #"{"x":1,"quoted\u0022\u006eame":"q"}"#, #"{"quoted\"name":"other","quoted\u0022name":"q"}"#,
    ])
    func whateverSpellingAPeerChooses(_ json: String) throws {
        #expect(try PropertyNamesAPI.Spellings(json: Array(json.utf8)).quotedName == "q")
    }

    @Test func errorsPointToThem() throws {
        let error = #expect(throws: JSONError.self) { try PropertyNamesAPI.Spellings(json: Array(#"{"quoted\"name":1}"#.utf8)) }
        #expect(error?.pointer == #"/quoted"name"#)
    }
}
