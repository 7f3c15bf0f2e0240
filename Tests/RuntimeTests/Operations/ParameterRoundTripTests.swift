import SeededRandom
import Testing

@testable import CloudFlowRuntime

/// Whatever is written in a style is read back as it was, whatever delimiters it holds.
struct ParameterRoundTripTests {
    @Test(arguments: [ParameterStyle.simple, .label, .matrix], [false, true])
    func path(_ style: ParameterStyle, explode: Bool) throws {
        try check(PathPassage(style: style, explode: explode))
    }

    @Test(arguments: [ParameterStyle.form, .spaceDelimited, .pipeDelimited, .tabDelimited, .deepObject], [false, true])
    func query(_ style: ParameterStyle, explode: Bool) throws {
        try check(QueryPassage(style: style, explode: explode, allowsReserved: false))
        try check(QueryPassage(style: style, explode: explode, allowsReserved: true))
    }

    @Test(arguments: [false, true])
    func header(explode: Bool) throws {
        try check(HeaderPassage(explode: explode))
    }

    @Test(arguments: [false, true])
    func cookie(explode: Bool) throws {
        try check(CookiePassage(explode: explode))
    }

    @Test
    func contentOfJSON() throws {
        try check(JSONPassage())
    }

    private func check(_ passage: some Passage) throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        var passed = 0
        for _ in 0..<20 {
            let results = [
                try passage.carries(random.texts()),
                try passage.carries((0..<random.next() % 4).map { _ in Int.random(in: -99...99, using: &random) }),
                try passage.carries((0..<random.next() % 4).map { _ in Bool.random(using: &random) }),
                try passage.carries((0..<random.next() % 4).map { _ in Double.random(in: -1e9...1e9, using: &random) }),
                try passage.carries(Dictionary(random.texts().map { ($0, random.text()) }) { $1 }),
                try passage.carries(Dictionary(random.texts().map { ($0, Int.random(in: 0...9, using: &random)) }) { $1 }),
                try passage.carries(Dictionary(random.texts().map { ($0, random.texts()) }) { $1 }),
                try passage.carries(random.shade()),
                try passage.carries((0..<random.next() % 3).map { _ in random.shade() }),
                try passage.carries(random.text()),
                try passage.carries(Int.random(in: -99...99, using: &random)),
            ]
            try #require(!results.contains(false), "seed \(seed), results \(results)")
            passed += results.count { $0 == true }
        }
        #expect(passed > 50, "seed \(seed): most values can be sent")
    }
}

/// A way of a value into a request and out of it again.
private protocol Passage {
    /// Whether the value came back as it was; nil where it could not be sent.
    func carries<Value: JSONModel & Equatable>(_ value: Value) throws -> Bool?
}

private struct PathPassage: Passage {
    let style: ParameterStyle
    let explode: Bool

    func carries<Value: JSONModel & Equatable>(_ value: Value) throws -> Bool? {
        guard let request = written({ $0.path("color", value, style: style, explode: explode) }) else { return nil }
        #expect(request.path.split(separator: "/").count == 4)
        return try reader(of: request).path("color", style: style, explode: explode) == value
    }
}

private struct QueryPassage: Passage {
    let style: ParameterStyle
    let explode: Bool
    let allowsReserved: Bool

    func carries<Value: JSONModel & Equatable>(_ value: Value) throws -> Bool? {
        let request = written {
            $0.query("before", 1)
            $0.query("color", value, style: style, explode: explode, allowsReserved: allowsReserved)
        }
        guard let request, !hasMember("before", value) else { return nil }
        var reader = try reader(of: request)
        #expect(try reader.query("before") == 1)
        let found: Value = try reader.query("color", style: style, explode: explode)
        try reader.refuseUnknownQuery()
        return found == value
    }
}

private struct HeaderPassage: Passage {
    let explode: Bool

    func carries<Value: JSONModel & Equatable>(_ value: Value) throws -> Bool? {
        let request = try #require(written { $0.header("X-Color", value, explode: explode) })
        return try reader(of: request).header("X-Color", explode: explode) == value
    }
}

private struct CookiePassage: Passage {
    let explode: Bool

    func carries<Value: JSONModel & Equatable>(_ value: Value) throws -> Bool? {
        let request = written {
            $0.cookie("before", "a;b")
            $0.cookie("color", value, style: .form, explode: explode)
        }
        guard let request, !hasMember("before", value) else { return nil }
        var reader = try reader(of: request)
        #expect(try reader.cookie("before") == "a;b")
        return try reader.cookie("color", style: .form, explode: explode) == value
    }
}

private struct JSONPassage: Passage {
    func carries<Value: JSONModel & Equatable>(_ value: Value) throws -> Bool? {
        let request = written {
            $0.path("color", json: value)
            $0.query("color", json: value)
            $0.header("X-Color", json: value)
            $0.cookie("color", json: value)
        }
        var reader = try reader(of: #require(request))
        let found: [Value] = try [
            reader.path(json: "color"), reader.query(json: "color"), reader.header(json: "X-Color"), reader.cookie(json: "color"),
        ]
        return found.allSatisfy { $0 == value }
    }
}

private func hasMember(_ name: String, _ value: some JSONModel) -> Bool {
    (try? JSONValue(encoding: value))?.object?[name] != nil
}
