// swift-format-ignore
let bodyRows: [StructureRow] = [
    .init("breaking required-request-body-added: the required body is new", from: Specs.operation(""), to: Specs.operation("requestBody: {required: true, content: {}}")),
    .init("compatible optional-request-body-added: the optional body is new", from: Specs.operation(""), to: Specs.operation("requestBody: {content: {}}")),
    .init("breaking request-body-removed: the body is gone", from: Specs.operation("requestBody: {content: {}}"), to: Specs.operation("")),
    .init("breaking request-body-became-required: it is required, and was optional", from: body("a/b: {}"), to: Specs.operation("requestBody: {required: true, content: {a/b: {}}}")),
    .init("compatible request-body-became-optional: it is optional, and was required", from: Specs.operation("requestBody: {required: true, content: {a/b: {}}}"), to: body("a/b: {}")),
    .init("compatible request-media-type-added: c/d is new", from: body("a/b: {}"), to: body("a/b: {}, c/d: {}")),
    .init("breaking request-media-type-removed: c/d is gone", from: body("a/b: {}, c/d: {}"), to: body("a/b: {}")),
    .init("compatible request-media-type-widened: a/b became a/*", from: body("a/b: {}"), to: body("a/*: {}")),
    .init("compatible request-media-type-widened: a/b became a/*", "compatible request-media-type-widened: a/c became a/*", from: body("a/b: {}, a/c: {}"), to: body("a/*: {}")),
    .init(from: body("image/png: {schema: {type: string, format: binary}}"), to: body("image/png: {}")),
    .init(from: body("image/png: {schema: {type: string, contentMediaType: image/png}}"), to: body("image/png: {schema: {}}")),
    .init("breaking request-media-type-narrowed: a/* became a/b", from: body("a/*: {}"), to: body("a/b: {}")),
    .init("breaking request-media-type-narrowed: a/* became a/b and a/c", from: body("a/*: {}"), to: body("a/b: {}, a/c: {}")),
    .init("breaking request-min-length-added: minLength went from 0 to 1", from: body("'*/*': {\(text)}"), to: body("'*/*': {\(text)}, a/b: {schema: {type: string, minLength: 1}}")),
    .init("compatible request-min-length-removed: minLength went from 1 to 0", from: body("'*/*': {\(text)}, a/b: {schema: {type: string, minLength: 1}}"), to: body("'*/*': {\(text)}")),
    .init("breaking request-type-changed: the type went from integer to string", from: body("'*/*': {\(text)}, a/*: {schema: {type: integer}}"), to: body("'*/*': {\(text)}, a/*: {schema: {type: integer}}, a/b: {\(text)}")),
    .init(from: body("application/json: {}"), to: body("Application/JSON; charset=utf-8: {}")),
    .init(from: body("a/b;v=1: {}"), to: body("'a/b; v=\"1\"': {}")),
    .init(from: body("\(form)}"), to: body("\(form), encoding: {a: {style: form, explode: true, allowReserved: false, contentType: text/plain}, o: {contentType: application/json}}}")),
    .init("possibly breaking encoding-changed: the property a is written otherwise", from: body("\(form)}"), to: body("\(form), encoding: {a: {explode: false}}}")),
    .init(from: Specs.response("{type: string, format: byte}"), to: Specs.response("{type: string, contentEncoding: base64}")),
    .init(from: Specs.request("{type: string, contentEncoding: BASE64}"), to: Specs.request("{type: string, format: byte}")),
    .init(from: Specs.request("{type: string, format: binary}"), to: Specs.request("{type: string, contentMediaType: application/octet-stream}")),
    .init("breaking request-schema-added: it has a schema", from: body("a/b: {}"), to: body("a/b: {schema: {type: string}}")),
    .init("compatible request-schema-removed: it has no schema any more", from: body("a/b: {schema: {type: string}}"), to: body("a/b: {}")),
    .init("possibly breaking encoding-changed: the property a is written otherwise", from: part("type: string"), to: part("type: integer")),
    .init("possibly breaking encoding-changed: further parts are written otherwise", from: mixed("itemEncoding: {contentType: a/b}"), to: mixed("itemEncoding: {contentType: c/d}")),
    .init("possibly breaking encoding-changed: part 1 is written otherwise", from: mixed("prefixEncoding: [{contentType: a/b}]"), to: mixed("prefixEncoding: [{contentType: c/d}]")),
    .init("possibly breaking encoding-changed: the property a is written otherwise", from: body("multipart/form-data: {schema: {type: object}}"), to: body("multipart/form-data: {schema: {type: object}, encoding: {a: {contentType: text/x}}}")),
]

// swift-format-ignore
let responseRows: [StructureRow] = [
    .init("breaking response-type-changed: the type went from string to integer", from: answer("'*/*': {\(text)}"), to: answer("'*/*': {\(text)}, a/b: {schema: {type: integer}}")),
    .init("possibly breaking response-added: it is new", from: Specs.responses(ok), to: Specs.responses("\(ok), '201': {description: A}")),
    .init("compatible error-response-added: it is new", from: Specs.responses(ok), to: Specs.responses("\(ok), '404': {description: A}")),
    .init("compatible error-response-added: it has an entry of its own; it was default", from: Specs.responses("\(ok), default: {description: A}"), to: Specs.responses("\(ok), default: {description: A}, '404': {description: A}")),
    .init("breaking response-removed: it is gone", from: Specs.responses("\(ok), '201': {description: A}"), to: Specs.responses(ok)),
    .init("possibly breaking error-response-removed: it is gone", from: Specs.responses("\(ok), '404': {description: A}"), to: Specs.responses(ok)),
    .init(from: Specs.responses("\(ok), '404': {description: A}, 4XX: {description: A}"), to: Specs.responses("\(ok), 4XX: {description: A}")),
    .init("compatible default-response-added: it is new", from: Specs.responses(ok), to: Specs.responses("\(ok), default: {description: A}")),
    .init("possibly breaking default-response-removed: it is gone", from: Specs.responses("\(ok), default: {description: A}"), to: Specs.responses(ok)),
    .init("breaking response-body-added: a/b is new", from: Specs.responses(ok), to: answer("a/b: {}")),
    .init("breaking response-body-removed: a/b is gone", from: answer("a/b: {}"), to: Specs.responses(ok)),
    .init("possibly breaking response-media-type-added: c/d is new", from: answer("a/b: {}"), to: answer("a/b: {}, c/d: {}")),
    .init("breaking response-media-type-removed: c/d is gone", from: answer("a/b: {}, c/d: {}"), to: answer("a/b: {}")),
    .init("breaking response-media-type-widened: a/b became a/*", from: answer("a/b: {}"), to: answer("a/*: {}")),
    .init("possibly breaking response-media-type-narrowed: a/* became a/b", from: answer("a/*: {}"), to: answer("a/b: {}")),
    .init("possibly breaking response-schema-added: it has a schema", from: answer("a/b: {}"), to: answer("a/b: {schema: {type: string}}")),
    .init("breaking response-schema-removed: it has no schema any more", from: answer("a/b: {schema: {type: string}}"), to: answer("a/b: {}")),
    .init("breaking required-response-header-added: the required header is new", from: header(""), to: header("A: {required: true, \(text)}")),
    .init("compatible optional-response-header-added: the optional header is new", from: header(""), to: header("A: {\(text)}")),
    .init("breaking required-response-header-removed: the required header is gone", from: header("A: {required: true, \(text)}"), to: header("")),
    .init("possibly breaking optional-response-header-removed: the optional header is gone", from: header("A: {\(text)}"), to: header("")),
    .init("breaking response-header-became-required: it is required, and was optional", from: header("A: {\(text)}"), to: header("a: {required: true, \(text)}")),
    .init("breaking response-header-became-optional: it is optional, and was required", from: header("A: {required: true, \(text)}"), to: header("A: {\(text)}")),
    .init("breaking response-header-format-changed: explode went from false to true", from: header("A: {schema: {type: object}}"), to: header("A: {explode: true, schema: {type: object}}")),
    .init("compatible response-header-deprecated: it is deprecated", from: header("A: {\(text)}"), to: header("A: {deprecated: true, \(text)}")),
    .init(from: header("A: {schema: {type: array}}"), to: header("A: {explode: true, schema: {type: array}}")),
    .init("breaking response-type-widened: the type went from integer to string", from: header("A: {schema: {type: integer}}"), to: header("A: {\(text)}")),
    .init("possibly breaking response-type-narrowed: the type went from string to integer", from: header("A: {\(text)}"), to: header("A: {schema: {type: integer}}")),
    .init("compatible link-added: it is new", from: link(""), to: link("a: {operationId: x}")),
    .init("possibly breaking link-removed: it is gone", from: link("a: {operationId: x}"), to: link("")),
    .init("possibly breaking link-changed: it leads elsewhere", from: link("a: {operationId: x}"), to: link("a: {operationId: y}")),
    .init("possibly breaking request-optional-property-became-read-only: it is read-only", from: Specs.request(object("")), to: Specs.request(object(", readOnly: true"))),
    .init("possibly breaking request-required-property-became-read-only: it is read-only", from: Specs.request(object("", ", required: [a]")), to: Specs.request(object(", readOnly: true", ", required: [a]"))),
    .init("breaking request-required-property-no-longer-read-only: it is no longer read-only", from: Specs.request(object(", readOnly: true", ", required: [a]")), to: Specs.request(object("", ", required: [a]"))),
    .init("compatible request-optional-property-no-longer-read-only: it is no longer read-only", from: Specs.request(object(", readOnly: true")), to: Specs.request(object(""))),
    .init("possibly breaking response-optional-property-became-write-only: it is write-only", from: Specs.response(object("")), to: Specs.response(object(", writeOnly: true"))),
    .init("breaking response-required-property-became-write-only: it is write-only", from: Specs.response(object("", ", required: [a]")), to: Specs.response(object(", writeOnly: true", ", required: [a]"))),
    .init("breaking response-required-property-no-longer-write-only: it is no longer write-only", from: Specs.response(object(", writeOnly: true", ", required: [a]")), to: Specs.response(object("", ", required: [a]"))),
    .init("compatible response-optional-property-no-longer-write-only: it is no longer write-only", from: Specs.response(object(", writeOnly: true")), to: Specs.response(object(""))),
    .init(from: Specs.request("{type: object}"), to: Specs.request("{type: object, properties: {a: {type: string, readOnly: true}}, required: [a]}")),
]

private let ok = "'200': {description: OK}"
private let text = "schema: {type: string}"

private let form =
    "application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}, o: {type: object}}}"

private func part(_ type: String) -> String {
    body("multipart/form-data: {schema: {type: object}, encoding: {a: {headers: {X-A: {schema: {\(type)}}}}}}")
}
private func mixed(_ encoding: String) -> String {
    body("multipart/mixed: {schema: {type: array}, \(encoding)}").replacing("openapi: 3.1.0", with: "openapi: 3.2.0")
}
private func body(_ content: String) -> String { Specs.operation("requestBody: {content: {\(content)}}") }
private func answer(_ content: String) -> String { Specs.responses("'200': {description: OK, content: {\(content)}}") }
private func header(_ headers: String) -> String { Specs.responses("'200': {description: OK, headers: {\(headers)}}") }
private func link(_ links: String) -> String { Specs.responses("'200': {description: OK, links: {\(links)}}") }
private func object(_ property: String, _ more: String = "") -> String {
    "{type: object, properties: {a: {type: string\(property)}}\(more)}"
}
