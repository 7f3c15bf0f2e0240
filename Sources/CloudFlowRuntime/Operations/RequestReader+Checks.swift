extension RequestReader {
    /// Checks parameters by the rules that their schemas have. The first rule that is broken refuses the request.
    ///
    ///     try request.check { rules in
    ///         rules.check("limit", limit, range: 1...100)
    ///     }
    public func check(_ rules: (inout JSONReader) -> Void) throws(Refusal) {
        // A reader of JSON knows all rules; there is nothing for it to read here.
        let bytes: [UInt8] = [.openBrace, .closeBrace]
        var fast = JSONReader(bytes.span.bytes, strict: true, depthLimit: 1)
        rules(&fast)
        guard fast.isStopped else { return }
        let exact = ExactReading(of: bytes.span.bytes, depthLimit: 1)
        var reader = JSONReader(bytes.span.bytes, strict: true, depthLimit: 1, exact: exact)
        rules(&reader)
        guard let error = exact.finish(depthLimit: 1) else { return }
        throw .invalidData("parameter '\(error.pointer.dropFirst().replacing("~1", with: "/").replacing("~0", with: "~"))' \(error.reason)")
    }
}
