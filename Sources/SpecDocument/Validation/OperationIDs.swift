import SpecYAML

extension Document {
    /// Operations with the `operationId` of another one.
    func repeatedOperationIDs(_ operations: Operations) -> [Diagnostic] {
        var seen: [String: Location] = [:]
        return operations.compactMap(\.value.operationId).compactMap { id in
            // An alias or a merge key brings an operation to two places; it is the same one.
            guard let first = seen[id.text], first != id.location else {
                seen[id.text] = id.location
                return nil
            }
            return Diagnostic(.error, at: id.location, "the operationId '\(id.text)' is already at \(first); give one of them another")
        }
    }
}
