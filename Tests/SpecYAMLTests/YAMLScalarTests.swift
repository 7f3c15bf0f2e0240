import SpecYAML
import Testing

@Suite struct YAMLScalarTests {
    private func type(_ text: String) throws -> YAMLNode.ScalarType? { try parse("a: \(text)")["a"]?.scalarType }

    @Test(
        arguments: [
            ("null", .null), ("Null", .null), ("NULL", .null), ("~", .null), ("", .null), ("nil", .string), ("nULL", .string),
            ("true", .bool), ("True", .bool), ("TRUE", .bool), ("false", .bool), ("False", .bool), ("FALSE", .bool),
            ("no", .string), ("yes", .string), ("on", .string), ("Off", .string), ("y", .string), ("tRUE", .string),
            ("0", .integer), ("-12", .integer), ("+3", .integer), ("007", .integer), ("0x1F", .integer), ("0o17", .integer),
            ("123456789012345678901234567890", .integer), ("0x", .string), ("0o8", .string), ("0xg", .string), ("-0x1", .string),
            ("1_000", .string), ("0b1", .string), ("12:30", .string), ("2024-01-01", .string), ("1.2.3", .string),
            ("1e3", .float), ("1.5", .float), ("-.5", .float), ("5.", .float), ("1.5E-3", .float), ("+1e+3", .float),
            (".inf", .float), ("-.INF", .float), ("+.Inf", .float), (".nan", .float), ("-.nan", .string), (".", .string), ("e3", .string),
            ("1e", .string), ("1.5e+", .string), ("1 2", .string),
            ("'1'", .string), ("\"null\"", .string), ("|\n  1", .string), (">\n  true", .string),
            ("!!str 1", .string), ("! 1", .string), ("!!int '1'", .integer), ("!!float 1", .float), ("!!bool 'true'", .bool),
            ("!!int x", .string), ("!!null ''", .null), ("!custom 1", .string),
        ] as [(String, YAMLNode.ScalarType)]
    )
    func typesFollowTheCoreSchema(_ text: String, _ expected: YAMLNode.ScalarType) throws {
        #expect(try type(text) == expected)
    }

    @Test func collectionsHaveNoScalarType() throws {
        #expect(try type("[]") == nil)
        #expect(try type("{}") == nil)
    }

    @Test func valuesAreThoseOfTheirType() throws {
        let items = try parse("[12, 0x1F, 0o17, -3, 1.5, .inf, -.inf, true, False, '5', 1180591620717411303424]").items
        #expect(items.map(\.integer) == [12, 31, 15, -3, nil, nil, nil, nil, nil, nil, nil])
        #expect(items.map(\.double) == [12, 31, 15, -3, 1.5, .infinity, -.infinity, nil, nil, nil, 1_180_591_620_717_411_303_424])
        #expect(items.map(\.bool) == [nil, nil, nil, nil, nil, nil, nil, true, false, nil, nil])
        #expect(items.map(\.string) == [nil, nil, nil, nil, nil, nil, nil, nil, nil, "5", nil])
        #expect(items.last?.text == "1180591620717411303424")
        #expect(try parse(".nan").double?.isNaN == true)
        #expect(try parse("~").isNull)
    }
}
