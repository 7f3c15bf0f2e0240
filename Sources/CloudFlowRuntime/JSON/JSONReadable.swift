/// A value that can be read from JSON.
///
/// `init(reading:)` is straight-line code: it asks the reader for one member after the other and never looks at errors.
/// The reader keeps the first error, answers every later question with a placeholder, and `init(json:)` throws the error.
/// The initializer may run twice over the same document, so it must depend on nothing but the reader, and it must ask for
/// each name of an object once.
public protocol JSONReadable: Sendable {
    /// Reads the value at the reader's cursor.
    init(reading reader: inout JSONReader)
}

/// A value that can be written as JSON.
public protocol JSONWritable: Sendable {
    /// Writes exactly one JSON value.
    func write(to writer: inout JSONWriter)
}

/// A value that can be read from JSON and written as JSON.
public typealias JSONModel = JSONReadable & JSONWritable

extension JSONReadable {
    /// Reads a whole document: one value, and nothing but white space around it.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8. A leading byte order mark is ignored, as RFC 8259, section 8.1, allows.
    ///   - strict: Whether to check the constraints of the specification and to refuse unknown members of closed
    ///     objects. A server reads strictly, a client leniently.
    ///   - depthLimit: How deep objects and arrays may nest, skipped ones included.
    /// - Throws: The first error, with its byte offset and JSON pointer; never with content of the document.
    public init(
        json bytes: [UInt8],
        strict: Bool = false,
        depthLimit: Int = JSONReader.defaultDepthLimit
    ) throws(JSONError) {
        try self.init(json: bytes.span.bytes, strict: strict, depthLimit: depthLimit)
    }

    /// Reads a whole document that is a part of an array; offsets in errors count from the start of the slice.
    public init(
        json bytes: ArraySlice<UInt8>,
        strict: Bool = false,
        depthLimit: Int = JSONReader.defaultDepthLimit
    ) throws(JSONError) {
        try self.init(json: bytes.span.bytes, strict: strict, depthLimit: depthLimit)
    }

    /// Reads a whole document from memory that somebody else owns.
    public init(
        json bytes: RawSpan,
        strict: Bool = false,
        depthLimit: Int = JSONReader.defaultDepthLimit
    ) throws(JSONError) {
        guard bytes.byteCount < UInt32.max else { throw JSONError(.documentTooLarge, offset: 0) }
        var reader = JSONReader(bytes, strict: strict, depthLimit: depthLimit)
        let value = Self(reading: &reader)
        // Whatever stopped the fast reading, the exact one says what the document holds, or why it holds nothing.
        self = reader.reachedEnd() ? value : try Self(exactly: bytes, strict: strict, depthLimit: depthLimit)
    }

    init(exactly bytes: RawSpan, strict: Bool, depthLimit: Int) throws(JSONError) {
        let exact = ExactReading(of: bytes, depthLimit: depthLimit)
        var reader = JSONReader(bytes, strict: strict, depthLimit: depthLimit, exact: exact)
        self.init(reading: &reader)
        if let error = exact.finish(depthLimit: depthLimit) { throw error }
    }
}

extension JSONWritable {
    /// The value as a JSON document in UTF-8, without white space.
    ///
    /// - Throws: `JSONError.Kind.notFinite` when a number is infinite or not a number: JSON can't say either.
    public func json() throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return try writer.finish()
    }
}
