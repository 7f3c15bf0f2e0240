/// Arrays whose elements have types of their own (`prefixItems`).
///
///     var tuple = reader.beginTuple()
///     x = reader.element(of: &tuple)
///     label = reader.optionalElement(of: &tuple)
///     rest = reader.rest(of: &tuple)              // [JSONValue], or the type of `items`
///     reader.endTuple(tuple)
extension JSONReader {
    /// An array that is being read; from `beginTuple` to `endTuple`.
    public struct Tuple {
        fileprivate var isAtElement: Bool
        fileprivate var count = 0
    }

    /// Begins to read the array at the cursor.
    public mutating func beginTuple() -> Tuple { Tuple(isAtElement: beginArray()) }

    /// The next element, which must be there. Null is for the type to accept.
    public mutating func element<Value: JSONReadable>(of tuple: inout Tuple) -> Value {
        if !tuple.isAtElement { refuse("must have at least \(tuple.count + 1) items") }
        return next(in: &tuple)
    }

    /// The next element, or nil when the array ends before it. A lenient reading takes null for nil.
    public mutating func optionalElement<Value: JSONReadable>(of tuple: inout Tuple) -> Value? {
        guard tuple.isAtElement else { return nil }
        return isStrict ? .some(next(in: &tuple)) : next(in: &tuple)
    }

    /// All further elements.
    public mutating func rest<Value: JSONReadable>(of tuple: inout Tuple) -> [Value] {
        var rest: [Value] = []
        while tuple.isAtElement { rest.append(next(in: &tuple)) }
        return rest
    }

    /// Ends the reading of an array: elements that nobody asked for are ignored.
    ///
    /// - Parameter closed: Whether they are refused instead, when the reading is strict.
    public mutating func endTuple(_ tuple: Tuple, closed: Bool = false) {
        var isAtElement = tuple.isAtElement
        let isTooLong = isAtElement && closed && isStrict
        while isAtElement {
            skipValue()
            isAtElement = nextElement()
        }
        if isTooLong { refuse("must have at most \(tuple.count) items") }
    }

    private mutating func next<Value: JSONReadable>(in tuple: inout Tuple) -> Value {
        let value = Value(reading: &self)
        if !isStopped {
            tuple.isAtElement = nextElement()
            tuple.count += 1
        } else {
            tuple.isAtElement = false
        }
        return value
    }
}

extension JSONWriter {
    /// Writes an element of the array that is being written, unless it is nil. There can be none behind one that is left out.
    public mutating func optionalElement(_ value: (some JSONWritable)?) {
        if let value { element(value) }
    }

    /// Writes elements of the array that is being written.
    public mutating func elements(_ values: [some JSONWritable]) {
        for value in values { element(value) }
    }
}
