import CloudFlowRuntime
import Testing

@Suite struct PatternPropertiesTests {
    @Test(arguments: [true, false]) func whatNoPatternNamesIsIgnored(strictly: Bool) throws {
        let json = #"{"zz":5,"x-a":"b","id":1,"x\u002dc":"d"}"#
        let named = try PatternPropertiesAPI.Named(json: Array(json.utf8), strict: strictly)
        #expect(named.id == 1 && named.additionalProperties == ["x-a": "b", "x-c": "d"])
    }

    @Test func strangersAreRefusedByStrictReadingsOfClosedObjects() throws {
        let stranger = Array(#"{"id":1,"x-a":"b","zz":5}"#.utf8)
        #expect(try PatternPropertiesAPI.Closed(json: stranger).additionalProperties == ["x-a": "b"])
        #expect(throws: JSONError.self) { try PatternPropertiesAPI.Closed(json: stranger, strict: true) }
        #expect(try PatternPropertiesAPI.Closed(json: Array(#"{"x-a":"b"}"#.utf8), strict: true).additionalProperties == ["x-a": "b"])
        #expect(throws: JSONError.self) { try PatternPropertiesAPI.Closed(json: Array(#"{"x-a":"long"}"#.utf8), strict: true) }
        #expect(throws: JSONError.self) { try PatternPropertiesAPI.Several(json: stranger, strict: true) }
        let several = try PatternPropertiesAPI.Several(json: Array(#"{"n-a":1,"x-a":"b"}"#.utf8), strict: true)
        #expect(several.additionalProperties.count == 2)
    }

    @Test func otherPropertiesOfAnotherTypeAreReadBesideThoseOfAPattern() throws {
        let json = #"{"n":5,"x-a":"b"}"#
        #expect(try PatternPropertiesAPI.Mixed(json: Array(json.utf8)).additionalProperties.count == 2)
    }
}
