import SpecComparison
import Testing

/// One change outside of schemas.
struct StructureRow: CustomTestStringConvertible {
    /// As `Specs.changes` tells them.
    var changes: [String]
    var old: String
    var new: String

    init(_ change: String..., from old: String, to new: String) {
        (changes, self.old, self.new) = (change, old, new)
    }

    var testDescription: String { changes.joined(separator: "; ") }
}

@Suite struct StructureTests {
    @Test(arguments: operationRows + parameterRows + bodyRows + responseRows + securityRows + serverRows)
    func aPartThatChanges(_ row: StructureRow) throws {
        #expect(try Specs.changes(row.old, row.new) == row.changes)
        #expect(try Specs.comparison(row.new, row.new).changes.isEmpty)
    }
}

// swift-format-ignore
private let operationRows: [StructureRow] = [
    .init("compatible operation-added: it is new", from: paths("/a: {get: \(plain)}"), to: paths("/a: {get: \(plain), put: \(plain)}")),
    .init("compatible operation-added: it is new", from: paths("/a: {get: \(plain)}"), to: paths("/a: {get: \(plain)}, /b: {get: \(plain)}")),
    .init("breaking operation-removed: it is gone", from: paths("/a: {get: \(plain), put: \(plain)}"), to: paths("/a: {get: \(plain)}")),
    .init("breaking operation-removed: it is gone; it was deprecated without a sunset", from: paths("/a: {get: {deprecated: true}}"), to: paths("")),
    .init("breaking operation-removed-before-sunset: it is gone before its sunset 2026-06-02", from: paths("/a: {get: {deprecated: true, x-sunset: '2026-06-02'}}"), to: paths("")),
    .init("possibly breaking operation-removed-after-sunset: it is gone after its sunset 2026-05-31", from: paths("/a: {get: {deprecated: true, x-sunset: '2026-05-31'}}"), to: paths("")),
    .init("compatible operation-deprecated: it is deprecated", from: paths("/a: {get: \(plain)}"), to: paths("/a: {get: {deprecated: true, responses: {}}}")),
    .init("compatible operation-no-longer-deprecated: it is no longer deprecated", from: Specs.operation("deprecated: true"), to: Specs.operation("")),
    .init("compatible sunset-added: it goes on 2027-01-01", from: Specs.operation("deprecated: true"), to: Specs.operation("deprecated: true, x-sunset: 2027-01-01")),
    .init("possibly breaking sunset-removed: x-sunset was 2027-01-01", from: Specs.operation("deprecated: true, x-sunset: 2027-01-01"), to: Specs.operation("deprecated: true")),
    .init("possibly breaking sunset-moved-earlier: x-sunset went from 2027-01-02 to 2027-01-01", from: Specs.operation("deprecated: true, x-sunset: 2027-01-02"), to: Specs.operation("deprecated: true, x-sunset: 2027-01-01")),
    .init("compatible sunset-moved-later: x-sunset went from 2027-01-01 to 2027-01-02", from: Specs.operation("deprecated: true, x-sunset: 2027-01-01"), to: Specs.operation("deprecated: true, x-sunset: 2027-01-02")),
    .init("possibly breaking sunset-not-a-date: x-sunset is 'soon'", from: Specs.operation("deprecated: true"), to: Specs.operation("deprecated: true, x-sunset: soon")),
    .init("compatible operation-deprecated: it is deprecated", "possibly breaking sunset-over: it was to go on 2020-01-01, which is over", from: Specs.operation(""), to: Specs.operation("deprecated: true, x-sunset: 2020-01-01")),
    .init("possibly breaking stability-unknown: x-stability-level went from stable to rocky", from: Specs.operation(""), to: Specs.operation("x-stability-level: rocky")),
    .init("possibly breaking stability-decreased: x-stability-level went from stable to beta", from: Specs.operation("x-stability-level: stable"), to: Specs.operation("x-stability-level: beta")),
    .init("possibly breaking stability-decreased: x-stability-level went from stable to alpha", from: Specs.operation(""), to: Specs.operation("x-stability-level: alpha")),
    .init("compatible stability-increased: x-stability-level went from draft to stable", from: Specs.operation("x-stability-level: draft"), to: Specs.operation("")),
    .init("breaking operation-removed: it is gone", from: "openapi: 3.2.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: \(plain), query: \(plain)}}", to: "openapi: 3.2.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: \(plain)}}"),
    .init("breaking operation-removed: it is gone", from: "openapi: 3.2.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: \(plain), additionalOperations: {COPY: \(plain)}}}", to: "openapi: 3.2.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: \(plain)}}"),
    .init("possibly breaking operation-id-changed: the operationId went from a to b", from: Specs.operation("operationId: a"), to: Specs.operation("operationId: b")),
    .init("possibly breaking operation-id-removed: the operationId went from a to none", from: Specs.operation("operationId: a"), to: Specs.operation("")),
    .init("possibly breaking operation-id-added: the operationId went from none to a", from: Specs.operation(""), to: Specs.operation("operationId: a")),
    .init("compatible operation-tag-added: the tag b is new", from: Specs.operation("tags: [a]"), to: Specs.operation("tags: [a, b]")),
    .init("compatible operation-tag-removed: the tag b is gone", from: Specs.operation("tags: [a, b]"), to: Specs.operation("tags: [a]")),
    .init("compatible path-parameter-renamed: the parameter x is called y", from: paths("'/a/{x}': {get: {\(pathParameter("x"))}}"), to: paths("'/a/{y}': {get: {\(pathParameter("y"))}}")),
    .init("compatible webhook-added: it is new", from: paths("", "webhooks: {a: {post: \(plain)}}"), to: paths("", "webhooks: {a: {post: \(plain)}, b: {post: \(plain)}}")),
    .init("breaking webhook-removed: it is gone", from: paths("", "webhooks: {a: {post: \(plain)}, b: {post: \(plain)}}"), to: paths("", "webhooks: {a: {post: \(plain)}}")),
    .init("breaking parameter-became-optional: it is optional, and was required", from: called("", parameter: "required: true"), to: called("", parameter: "required: false")),
    .init("breaking required-callback-parameter-removed: the required parameter is gone", from: called("", parameter: "required: true"), to: called("")),
    .init("breaking request-body-became-optional: it is optional, and was required", from: called("a/b: {}", "required: true, "), to: called("a/b: {}")),
    .init("possibly breaking request-media-type-added: c/d is new", from: called("a/b: {}"), to: called("a/b: {}, c/d: {}")),
    .init("possibly breaking request-media-type-removed: c/d is gone", from: called("a/b: {}, c/d: {}"), to: called("a/b: {}")),
    .init("breaking request-schema-removed: it has no schema any more", from: called("a/b: {schema: {type: string}}"), to: called("a/b: {}")),
    .init("possibly breaking request-schema-added: it has a schema", from: called("a/b: {}"), to: called("a/b: {schema: {type: string}}")),
    .init(from: called("a/b: {}"), to: called("a/b: {schema: {}}")),
    .init("compatible operation-added: it is new", from: paths("'/a/{x}': {get: {\(pathParameter("x"))}}"), to: paths("'/a/{x}': {get: {\(pathParameter("x"))}}, '/a/{y}': {post: {\(pathParameter("y"))}}")),
    .init("compatible path-parameter-renamed: the parameter x is called y", from: paths("'/a/{x}': {get: {\(pathParameter("x"))}, post: {\(pathParameter("x"))}}"), to: paths("'/a/{x}': {get: {\(pathParameter("x"))}}, '/a/{y}': {post: {\(pathParameter("y"))}}")),
    .init("compatible path-parameter-renamed: the parameter y is called x", from: paths("'/a/{x}': {get: {\(pathParameter("x"))}}, '/a/{y}': {post: {\(pathParameter("y"))}}"), to: paths("'/a/{x}': {get: {\(pathParameter("x"))}, post: {\(pathParameter("x"))}}")),
    .init("breaking operation-removed: it is gone", "compatible path-parameter-renamed: the parameter x is called y", "compatible operation-added: it is new", from: paths("'/a/{x}': {get: {\(pathParameter("x"))}, post: {\(pathParameter("x"))}, put: {\(pathParameter("x"))}}"), to: paths("'/a/{x}': {get: {\(pathParameter("x"))}}, '/a/{y}': {post: {\(pathParameter("y"))}, patch: {\(pathParameter("y"))}}")),
    .init("breaking response-required-property-removed: the required property is gone", from: webhook("{type: object, properties: {a: {}}, required: [a]}"), to: webhook("{type: object}")),
    .init("breaking response-type-widened: the type went from integer to number", from: webhook("{type: integer}"), to: webhook("{type: number}")),
    .init("compatible callback-added: it is new", from: Specs.operation(""), to: Specs.operation("callbacks: {a: {'{$url}': {post: {}}}}")),
    .init("breaking callback-removed: it is no longer called", from: Specs.operation("callbacks: {a: {'{$url}': {post: {}}}}"), to: Specs.operation("")),
    .init("breaking callback-url-removed: it is gone", from: Specs.operation("callbacks: {a: {'{$x}': {post: {}}, '{$y}': {post: {}}}}"), to: Specs.operation("callbacks: {a: {'{$x}': {post: {}}}}")),
    .init("possibly breaking callback-url-added: it is new", from: Specs.operation("callbacks: {a: {'{$x}': {post: {}}}}"), to: Specs.operation("callbacks: {a: {'{$x}': {post: {}}, '{$y}': {post: {}}}}")),
    .init("compatible api-version-changed: the version went from 1 to 2", from: "{openapi: 3.1.0, info: {title: A, version: '1'}, paths: {}}", to: "{openapi: 3.1.0, info: {title: A, version: '2'}, paths: {}}"),
    .init("breaking websocket-added: it opens a websocket", from: Specs.operation(""), to: Specs.operation("x-websocket: {sends: {type: string}}")),
    .init("breaking websocket-removed: it no longer opens a websocket", from: Specs.operation("x-websocket: {sends: {type: string}}"), to: Specs.operation("")),
    .init("breaking request-max-length-added: maxLength went from none to 3", from: Specs.operation("x-websocket: {sends: {type: string}}"), to: Specs.operation("x-websocket: {sends: {type: string, maxLength: 3}}")),
    .init("possibly breaking response-max-length-added: maxLength went from none to 3", from: Specs.operation("x-websocket: {receives: {type: string}}"), to: Specs.operation("x-websocket: {receives: {type: string, maxLength: 3}}")),
    .init("breaking websocket-subprotocol-removed: the subprotocol b is gone", from: Specs.operation("x-websocket: {subprotocols: [a, b]}"), to: Specs.operation("x-websocket: {subprotocols: [a]}")),
    .init("compatible websocket-subprotocol-added: the subprotocol b is new", from: Specs.operation("x-websocket: {subprotocols: [a]}"), to: Specs.operation("x-websocket: {subprotocols: [a, b]}")),
    .init(from: Specs.operation("summary: a, description: b, x-anything: 1"), to: Specs.operation("summary: b, description: c, x-anything: 2")),
]

// swift-format-ignore
private let parameterRows: [StructureRow] = [
    .init("breaking required-parameter-added: the required parameter is new", from: Specs.parameters(""), to: Specs.parameters(query("required: true"))),
    .init("possibly breaking required-parameter-with-default-added: the required parameter is new", from: Specs.parameters(""), to: Specs.parameters(query("required: true", "type: string, default: a"))),
    .init("compatible optional-parameter-added: the optional parameter is new", from: Specs.parameters(""), to: Specs.parameters(query(""))),
    .init("possibly breaking parameter-removed: it is gone", from: Specs.parameters(query("")), to: Specs.parameters("")),
    .init("breaking parameter-removed-before-sunset: it is gone before its sunset 2027-01-01", from: Specs.parameters(query("deprecated: true, x-sunset: 2027-01-01")), to: Specs.parameters("")),
    .init("possibly breaking parameter-removed-after-sunset: it is gone after its sunset 2026-01-01", from: Specs.parameters(query("deprecated: true, x-sunset: 2026-01-01")), to: Specs.parameters("")),
    .init("breaking parameter-moved: it travels in the header, and did in the query", from: Specs.parameters(query("")), to: Specs.parameters("{name: q, in: header, schema: {type: string}}")),
    .init("breaking parameter-became-required: it is required, and was optional", from: Specs.parameters(query("")), to: Specs.parameters(query("required: true"))),
    .init("compatible parameter-became-optional: it is optional, and was required", from: Specs.parameters(query("required: true")), to: Specs.parameters(query(""))),
    .init("breaking parameter-style-changed: the style went from form to pipeDelimited", from: Specs.parameters(query("explode: false", "type: array")), to: Specs.parameters(query("explode: false, style: pipeDelimited", "type: array"))),
    .init("breaking parameter-style-changed: the style went from form to pipeDelimited", from: swagger("csv"), to: swagger("pipes")),
    .init("breaking parameter-style-changed: collectionFormat went from csv to tsv", from: swagger("csv"), to: swagger("tsv")),
    .init("breaking parameter-style-changed: collectionFormat went from csv to csv of pipes", from: swagger("csv", "{type: array, items: {type: string}}"), to: swagger("csv", "{type: array, items: {type: string}, collectionFormat: pipes}")),
    .init(from: swagger("csv", "{type: array, items: {type: string}}"), to: swagger("csv", "{type: array, items: {type: string}, collectionFormat: csv}")),
    .init("breaking response-header-format-changed: collectionFormat went from csv to pipes", from: swaggerHeader("collectionFormat: csv"), to: swaggerHeader("collectionFormat: pipes")),
    .init(from: swaggerHeader("collectionFormat: csv"), to: swaggerHeader("description: Of letters.")),
    .init("breaking request-max-length-added: maxLength went from none to 3", from: form("type: string"), to: form("type: string, maxLength: 3")),
    .init("breaking request-enum-value-removed: the value \"b\" is gone", from: form("type: string, enum: [a, b]"), to: form("type: string, enum: [a]")),
    .init("breaking parameter-explode-changed: explode went from true to false", from: Specs.parameters(query("", "type: array")), to: Specs.parameters(query("explode: false", "type: array"))),
    .init(from: Specs.parameters(query("")), to: Specs.parameters(query("explode: false"))),
    .init(from: Specs.parameters(query("style: deepObject, explode: true", "type: object")), to: Specs.parameters(query("style: deepObject, explode: false", "type: object"))),
    .init(from: Specs.parameters("{name: h, in: header, schema: {type: array}}"), to: Specs.parameters("{name: h, in: header, explode: true, schema: {type: array}}")),
    .init("compatible request-type-widened: the type went from integer to string", from: Specs.parameters(query("", "type: integer")), to: Specs.parameters(query(""))),
    .init("compatible request-type-widened: the type went from boolean to string", from: Specs.parameters(query("", "type: array, items: {type: boolean}")), to: Specs.parameters(query("", "type: array, items: {type: string}"))),
    .init("breaking request-type-narrowed: the type went from string to integer", from: Specs.parameters(query("")), to: Specs.parameters(query("", "type: integer"))),
    .init("breaking request-type-changed: the type went from integer to string", from: Specs.parameters("{name: q, in: query, content: {application/json: {schema: {type: integer}}}}"), to: Specs.parameters("{name: q, in: query, content: {application/json: {schema: {type: string}}}}")),
    .init("possibly breaking parameter-reserved-characters-allowed: allowReserved went from false to true", from: Specs.parameters(query("")), to: Specs.parameters(query("allowReserved: true"))),
    .init("breaking parameter-reserved-characters-no-longer-allowed: allowReserved went from true to false", from: Specs.parameters(query("allowReserved: true")), to: Specs.parameters(query(""))),
    .init("compatible parameter-empty-value-allowed: it may be empty", from: Specs.parameters(query("")), to: Specs.parameters(query("allowEmptyValue: true"))),
    .init("breaking parameter-empty-value-no-longer-allowed: it may no longer be empty", from: Specs.parameters(query("allowEmptyValue: true")), to: Specs.parameters(query(""))),
    .init("breaking parameter-content-changed: it is written as application/json", from: Specs.parameters(query("")), to: Specs.parameters("{name: q, in: query, content: {application/json: {schema: {type: string}}}}")),
    .init("compatible parameter-deprecated: it is deprecated", from: Specs.parameters(query("")), to: Specs.parameters(query("deprecated: true"))),
    .init("compatible parameter-no-longer-deprecated: it is no longer deprecated", from: Specs.parameters(query("deprecated: true")), to: Specs.parameters(query(""))),
    .init("breaking request-max-length-added: maxLength went from none to 5", from: Specs.parameters(query("")), to: Specs.parameters(query("", "type: string, maxLength: 5"))),
    .init("breaking request-enum-value-removed: the value \"b\" is gone", from: Specs.parameters(query("", "enum: [a, b]")), to: Specs.parameters(query("", "enum: [a]"))),
    .init(from: Specs.parameters("{name: X-Id, in: header, schema: {type: string}}"), to: Specs.parameters("{name: x-id, in: header, schema: {type: string}}")),
    .init(from: Specs.parameters(query("")), to: "{openapi: 3.1.0, info: {title: Things, version: '1'}, paths: {/things: {parameters: [\(query(""))], get: {responses: {'200': {description: OK}}}}}}"),
]

private let plain = "{responses: {}}"

private func paths(_ items: String, _ more: String = "") -> String {
    "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {\(items)}\n\(more)\n"
}

private func called(_ content: String, _ body: String = "", parameter: String? = nil) -> String {
    let list = parameter.map { "{name: X-A, in: header, schema: {type: string}, \($0)}" } ?? ""
    return paths("", "webhooks: {a: {post: {parameters: [\(list)], requestBody: {\(body)content: {\(content)}}, responses: {}}}}")
}

private func webhook(_ schema: String) -> String {
    paths("", "webhooks: {a: {post: {requestBody: {content: {application/json: {schema: \(schema)}}}, responses: {}}}}")
}

private func swaggerHeader(_ fields: String) -> String {
    """
    swagger: "2.0"
    info: {title: A, version: "1"}
    paths: {/a: {get: {responses: {'200': {description: OK, headers: {X-A: {type: array, items: {type: string}, \(fields)}}}}}}}
    """
}

private func swagger(_ format: String, _ items: String = "{type: string}") -> String {
    """
    swagger: "2.0"
    info: {title: A, version: "1"}
    paths: {/a: {get: {parameters: [{name: q, in: query, type: array, items: \(items), collectionFormat: \(format)}], responses: {}}}}
    """
}

private func form(_ field: String) -> String {
    """
    swagger: "2.0"
    info: {title: A, version: "1"}
    paths: {/a: {post: {consumes: [multipart/form-data], parameters: [{name: f, in: formData, \(field)}], responses: {}}}}
    """
}

private func pathParameter(_ name: String) -> String {
    "parameters: [{name: \(name), in: path, required: true, schema: {type: string}}], responses: {}"
}

private func query(_ fields: String, _ schema: String = "type: string") -> String {
    "{name: q, in: query, schema: {\(schema)}" + (fields.isEmpty ? "}" : ", \(fields)}")
}
