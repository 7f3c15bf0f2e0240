extension RequestReader {
    /// Checks parameters by the rules that their schemas have. The first rule that is broken refuses the request.
    ///
    ///     try request.check { rules in
    ///         rules.check("limit", limit, range: 1...100)
    ///     }
    public func check(_ rules: (inout JSONReader) -> Void) throws(Refusal) {
        guard let error = brokenRule(rules) else { return }
        throw .invalidData("parameter '\(error.pointer.dropFirst().replacing("~1", with: "/").replacing("~0", with: "~"))' \(error.reason)")
    }

    /// Checks a body by the rules that its schema has for it as a whole. The first rule that is broken refuses the request.
    ///
    ///     try request.checkBody { rules in
    ///         rules.check("body", body, count: 1...100)
    ///     }
    public func checkBody(_ rules: (inout JSONReader) -> Void) throws(Refusal) {
        guard let error = brokenRule(rules) else { return }
        throw .invalidData("the body \(error.reason)")
    }

    private func brokenRule(_ rules: (inout JSONReader) -> Void) -> JSONError? {
        // A reader of JSON knows all rules; there is nothing for it to read here.
        let bytes: [UInt8] = [.openBrace, .closeBrace]
        var fast = JSONReader(bytes.span.bytes, strict: true, depthLimit: 1)
        rules(&fast)
        guard fast.isStopped else { return nil }
        let exact = ExactReading(of: bytes.span.bytes, depthLimit: 1)
        var reader = JSONReader(bytes.span.bytes, strict: true, depthLimit: 1, exact: exact)
        rules(&reader)
        return exact.finish(depthLimit: 1)
    }
}
