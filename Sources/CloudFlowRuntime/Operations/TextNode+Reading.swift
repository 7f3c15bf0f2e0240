extension TextNode {
    /// Reads a model.
    ///
    /// - Parameters:
    ///   - strict: whether its constraints are checked.
    ///   - isShared: whether the members that the model doesn't know are somebody else's.
    /// - Returns: The value, and the names of the members that were read.
    func read<Value: JSONReadable>(
        strict: Bool = true,
        isShared: Bool = false
    ) -> (result: Result<Value, JSONError>, names: [String]) {
        var node = self
        // Each question that the model settles takes another reading; nobody may make that expensive.
        var allowance = 1 << 20
        while true {
            var json: [UInt8] = []
            var parts: [Int: MultipartPart] = [:]
            node.write(to: &json, &parts)
            let exact = ExactReading(of: json.span.bytes, depthLimit: JSONReader.defaultDepthLimit, holdsTexts: true)
            exact.parts = parts
            let result = Result { [json] () throws(JSONError) in try Value(json.span.bytes, texts: exact, strict: strict) }
            allowance -= json.count
            if case .failure(let error) = result, allowance > 0, node.settle(error, isShared: isShared) { continue }
            return (result, exact.namesRead(in: json.span.bytes))
        }
    }

    /// Changes what the model stumbled over, if that can be done.
    private mutating func settle(_ error: JSONError, isShared: Bool) -> Bool {
        switch error.kind {
        case .wrongType(let expected, _):
            var offset = 0
            return reshape(at: error.offset, as: expected, offset: &offset)
        case .unknownMember where isShared && error.pointer == "/*":
            return removeMember(at: error.offset)
        default: return false
        }
    }

    private mutating func removeMember(at target: Int) -> Bool {
        guard case .object(var members) = self else { return false }
        var offset = 1
        for index in members.indices {
            if offset == target {
                members.remove(at: index)
                self = .object(members)
                return true
            }
            offset += members[index].name.quotedJSON.count + members[index].value.json.count + 2
        }
        return false
    }
}

extension JSONReadable {
    fileprivate init(_ bytes: RawSpan, texts exact: ExactReading, strict: Bool) throws(JSONError) {
        var reader = JSONReader(bytes, strict: strict, depthLimit: JSONReader.defaultDepthLimit, exact: exact)
        self.init(reading: &reader)
        if let error = exact.finish(depthLimit: JSONReader.defaultDepthLimit) { throw error }
    }
}

extension ExactReading {
    /// The names of those members of the document that were read.
    fileprivate func namesRead(in bytes: RawSpan) -> [String] {
        var names: [String] = []
        var candidate = firstMember(ofObjectAt: 0, in: bytes)
        while let member = candidate {
            if index.members[member].isRead, let name = name(of: member, in: bytes) { names.append(name) }
            candidate = self.member(after: member)
        }
        return names
    }
}

extension JSONError {
    /// What is wrong with a value that is made of texts, and where: `query parameter 'sizes', at /0: expected a number`.
    func message(for place: String) -> String {
        let reason = if case .wrongType(let expected, _) = kind { "expected \(expected.withArticle)" } else { reason }
        return "\(place)\(pointer.isEmpty ? "" : ", at \(pointer)"): \(reason)"
    }
}
