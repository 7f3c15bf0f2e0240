extension JSONReader {
    /// Begins to read the array at the cursor, and moves to its first element.
    ///
    ///     var isAtElement = reader.beginArray()
    ///     while isAtElement {
    ///         elements.append(Element(reading: &reader))
    ///         isAtElement = reader.nextElement()
    ///     }
    ///
    /// - Returns: Whether there is an element; otherwise the array ends here.
    public mutating func beginArray() -> Bool {
        guard bytes.byte(cursor) == .openBracket else {
            mismatch(expected: .array)
            return false
        }
        guard enterContainer() else { return false }
        cursor = bytes.skippingSpace(from: cursor + 1)
        if bytes.byte(cursor) == .closeBracket { return endArray() }
        exact?.enter(.element(0), at: cursor)
        return true
    }

    /// Moves from behind an element to the next one.
    ///
    /// - Returns: Whether there is one; otherwise the array ends here.
    public mutating func nextElement() -> Bool {
        cursor = bytes.skippingSpace(from: cursor)
        if bytes.byte(cursor) == .comma {
            cursor = bytes.skippingSpace(from: cursor + 1)
            exact?.advance(to: cursor)
            return true
        }
        guard bytes.byte(cursor) == .closeBracket else {
            if !isStopped { stop(bytes.unexpected(at: cursor)) }
            return false
        }
        exact?.leave()
        return endArray()
    }

    private mutating func endArray() -> Bool {
        cursor += 1
        depth -= 1
        return false
    }
}
