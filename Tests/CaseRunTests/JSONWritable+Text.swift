import CloudFlowRuntime

extension JSONWritable {
    /// The value as JSON, to compare models that are not `Equatable`.
    var asText: String { (try? json()).map { String(decoding: $0, as: UTF8.self) } ?? "no JSON" }
}
