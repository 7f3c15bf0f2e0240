import SpecDocument
import SpecYAML
import Testing

@Suite struct OperationReadingTests {
    @Test func readsAllFields() throws {
        let operation = try operation(
            """
            operationId: getA
            summary: s
            description: d
            tags: [x, y]
            externalDocs: {url: u}
            parameters: []
            requestBody: {description: b, required: true, content: {text/plain: {}}}
            responses: {'200': {description: d}}
            callbacks:
              event:
                '{$request.body#/url}': {post: {responses: {'200': {description: d}}}}
                x-c: 1
            deprecated: true
            security: []
            servers: [{url: /b}]
            x-o: 1
            """
        )
        #expect((operation.operationId?.text, operation.summary, operation.description) == ("getA", "s", "d"))
        #expect(operation.operationId?.location.description == "spec.yaml:6:20")
        #expect(operation.tags == ["x", "y"])
        #expect(operation.requestBody?.inline?.required == true)
        #expect(operation.requestBody?.inline?.content.keys == ["text/plain"])
        let callback = try #require(operation.callbacks["event"]?.inline)
        #expect(callback.paths["{$request.body#/url}"]?.inline?.operations.keys == [.post])
        #expect(callback.extensions.keys == ["x-c"])
        #expect(operation.deprecated)
        #expect(operation.security?.isEmpty == true)
        #expect(operation.servers.map(\.url) == ["/b"])
        #expect(operation.extensions.keys == ["x-o"])
    }

    @Test func securityThatIsNotSaidIsNotEmpty() throws {
        #expect(try operation("responses: {default: {description: d}}").security == nil)
    }

    @Test func missingResponsesAreTold() {
        #expect(findings(operation: "tags: []") == "spec.yaml:6:7: warning: an operation without 'responses'; add it")
    }

    @Test func missingContentIsTold() {
        #expect(
            findings(operation: "requestBody: {}\nresponses: {default: {description: d}}")
                == "spec.yaml:6:20: warning: a request body without 'content'; add it"
        )
    }
}
