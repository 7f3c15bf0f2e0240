/// Where a document is made of texts (of parameters and forms), what looks like a number or a truth value may be one, and is good for a string.
extension JSONReader {
    /// Where the number or truth value at the cursor stands, in a document of texts.
    @inline(never)
    func bareExtent() -> Range<Int>? {
        exact?.holdsTexts == true ? scalarExtent() : nil
    }

    /// Where the number or truth value at the cursor stands.
    @inline(never)
    func scalarExtent() -> Range<Int>? {
        guard nextKind == .number || nextKind == .boolean else { return nil }
        var observer = Skipping()
        let end = try? bytes.scanValue(from: cursor, depth: depth, limit: depthLimit, observer: &observer)
        return end.map { cursor..<$0 }
    }

    /// Reads the number or truth value at the cursor as a text.
    @inline(never)
    mutating func bareText() -> String? {
        guard let extent = bareExtent() else { return nil }
        cursor = extent.upperBound
        return bytes.plainText(from: extent.lowerBound, to: extent.upperBound)
    }

    /// The position in a table of the number or truth value at the cursor; nil, with nothing consumed, if it is not in there.
    @inline(never)
    mutating func bareName(in table: EnumNames) -> Int? {
        guard let extent = bareExtent(), let position = table.position(of: bytes, from: extent.lowerBound, count: extent.count) else {
            return nil
        }
        cursor = extent.upperBound
        return position
    }
}
