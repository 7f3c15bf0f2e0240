import SpecDocument
import SpecYAML
import Testing

/// The checks that all constructs share, seen through the constructs.
@Suite struct ObjectReaderTests {
    @Test func strings() {
        #expect(
            findings(schema: "title: 1\ndescription: true\nformat: []\npattern: {}") == """
                spec.yaml:7:14: warning: 'title' must be a string, not the number 1; put it in quotes
                spec.yaml:8:20: warning: 'description' must be a string, not a boolean; put it in quotes
                spec.yaml:9:15: warning: 'format' must be a string, not a list; correct it, for it is left out
                spec.yaml:10:16: warning: 'pattern' must be a string, not a mapping; correct it, for it is left out
                """
        )
    }

    @Test func booleans() throws {
        #expect(
            findings(schema: "nullable: 'true'\nreadOnly: yes\nwriteOnly: 1") == """
                spec.yaml:7:17: warning: 'nullable' must be a boolean, not a string; take away the quotes
                spec.yaml:8:17: warning: 'readOnly' must be true or false, not a string; correct it, for it is left out
                spec.yaml:9:18: warning: 'writeOnly' must be true or false, not the number 1; correct it, for it is left out
                """
        )
    }

    @Test func numbers() {
        #expect(
            findings(schema: "minimum: '1'\nmaximum: .inf\nminLength: -1\nmaxLength: 1.5\nminItems: 99999999999999999999") == """
                spec.yaml:7:16: warning: 'minimum' must be a number, not a string; correct it, for it is left out
                spec.yaml:8:16: warning: 'maximum' must be a number, not the number .inf; correct it, for it is left out
                spec.yaml:9:18: warning: 'minLength' must be a whole number from 0 up, not the number -1; correct it, for it is left out
                spec.yaml:10:18: warning: 'maxLength' must be a whole number from 0 up, not the number 1.5; correct it, for it is left out
                spec.yaml:11:17: warning: 'minItems' must be a whole number from 0 up, not the number 99999999999999999999; correct it, for it is left out
                """
        )
    }

    @Test func listsAndMappings() {
        #expect(
            findings(schema: "required: a\nallOf: {}\nproperties: []\nenum: a") == """
                spec.yaml:7:17: warning: 'required' must be a list, not a string; correct it, for it is left out
                spec.yaml:8:14: warning: 'allOf' must be a list, not a mapping; correct it, for it is left out
                spec.yaml:9:19: warning: 'properties' must be a mapping, not a list; correct it, for it is left out
                spec.yaml:10:13: warning: 'enum' must be a list, not a string; correct it, for it is left out
                """
        )
        #expect(
            findings(schema: "required: [1, [], null]") == """
                spec.yaml:7:18: warning: a string is needed here, not the number 1; put it in quotes
                spec.yaml:7:21: warning: a string is needed here, not a list; correct it, for it is left out
                spec.yaml:7:25: warning: a string is needed here, not null; correct it, for it is left out
                """
        )
    }

    @Test func nullCountsAsMissing() throws {
        let schema = try schema("title:\nproperties: null\nrequired: ~\nnullable:\nitems:\ndefault: null\nexample:\n")
        #expect(schema.title == nil)
        #expect(schema.defaultValue?.isNull == true)
        #expect(schema.examples.count == 1)
        #expect(!schema.nullable)
        #expect(schema.items == nil)
    }

    @Test func extensionsAreKeptByName() throws {
        let schema = try schema("type: string\nx-a: [1]\nx-b: {c: 2}")
        #expect(schema.extensions.keys == ["x-a", "x-b"])
        #expect(schema.extensions["x-b"]?["c"]?.integer == 2)
        #expect(schema.extensions.entry("x-a")?.location.description == "spec.yaml:8:7")
    }

    @Test func mergedFieldsAreRead() throws {
        let document = try readCleanly(
            head + "x-base: &base {type: string, title: t}\ncomponents: {schemas: {S: {<<: *base, title: u}}}"
        )
        let schema = try #require(document.components.schemas["S"]?.inline)
        #expect(schema.types == [.string])
        #expect(schema.title == "u")
    }
}
