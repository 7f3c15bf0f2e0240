import SpecDocument
import SpecExamples
import SpecPlan

extension VersionPlanner {
    /// Plans what a mock answers: for each operation its success, by one of the description's examples or by what its schema allows.
    func addMockAnswers(to operations: inout [OperationPlan]) {
        let endpoints = Dictionary(document.endpoints.map { ("\($0.method.rawValue) \($0.path)", $0) }) { first, _ in first }
        for index in operations.indices where operations[index].socket == nil {
            guard let endpoint = endpoints["\(operations[index].httpMethod) \(operations[index].path)"] else { continue }
            operations[index].mockAnswer = mockAnswer(of: endpoint)
        }
    }

    private func mockAnswer(of endpoint: Endpoint) -> MockAnswerPlan? {
        guard let (status, response) = endpoint.success else { return nil }
        let content = response.content.filter { !$0.key.contains("*") }
        let entry = content.first { $0.key.isJSONType } ?? content.first
        let hasBody = status != 204 && status != 304
        let media = hasBody ? entry.map { (contentType: $0.key, description: $0.value) } : nil
        guard let example = document.example(of: response, in: media) else { return nil }
        let text = String(decoding: example.body, as: UTF8.self)
        return MockAnswerPlan(
            status: status,
            contentType: example.contentType,
            body: example.contentType?.isJSONType == true ? text.onOneLine : text,
            fields: example.fields.map { MockAnswerPlan.Field(name: $0.name, value: $0.value) },
            isExample: example.source.hasPrefix("example")
        )
    }
}

extension String {
    /// JSON without its line breaks and indentation: within its texts there are none.
    fileprivate var onOneLine: String {
        split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    }
}
