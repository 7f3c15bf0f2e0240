import HTTPTypes

/// Writes one JSON document, without white space.
///
///     writer.beginObject()
///     writer.string("id", id)
///     writer.string("name", name)             // an optional that is nil writes nothing
///     writer.endObject()
///
/// Names are spelt as JSON spells them between the quotes: a quote in one is `\"`. `rest` writes members of any name.
public struct JSONWriter: ~Copyable {
    /// The first `count` bytes are written, the others are room.
    ///
    /// A value inside an array or object is followed by a comma, which the closing bracket replaces.
    private var buffer: [UInt8]
    @usableFromInline
    private(set) var count = 0
    private var error: JSONError?
    /// The parts of a form that is being written, where they stand in it; nil when it is a document.
    var parts: [Int: MultipartPart]?
    /// Of parts that are no files: the header fields that they have.
    var partFields: [Int: HTTPFields] = [:]

    /// Copied by the first change of each buffer: the cheapest way to get one.
    private static let emptyBuffer = [UInt8](repeating: 0, count: 512)

    init() {
        buffer = Self.emptyBuffer
    }

    consuming func finish() throws(JSONError) -> [UInt8] {
        if let error { throw error }
        buffer.removeLast(buffer.count - count)
        return buffer
    }

    /// Notes that a value, mostly a number, has no JSON form.
    mutating func refuse(_ reason: JSONError.Kind = .notFinite) {
        if error == nil { error = JSONError(reason, offset: count) }
        null()
    }

    // MARK: Containers

    /// Begins an object; its members follow.
    public mutating func beginObject() { append(.openBrace) }

    /// Ends the object.
    public mutating func endObject() { close(with: .closeBrace) }

    /// Begins an array; its items follow.
    public mutating func beginArray() { append(.openBracket) }

    /// Ends the array.
    public mutating func endArray() { close(with: .closeBracket) }

    /// Writes an element of the array that is being written.
    @inlinable
    public mutating func element(_ value: some JSONWritable) {
        value.write(to: &self)
        endValue()
    }

    private mutating func close(with bracket: UInt8) {
        if buffer[count - 1] == .comma {
            buffer[count - 1] = bracket
        } else {
            append(bracket)
        }
    }

    /// Writes what separates a value from the next one.
    @usableFromInline
    mutating func endValue() { append(.comma) }

    // MARK: Bytes

    mutating func append(_ byte: UInt8) {
        reserve(1)
        buffer[count] = byte
        count += 1
    }

    mutating func append(_ bytes: RawSpan) {
        reserve(bytes.byteCount)
        let start = count
        var room = buffer.mutableSpan
        var target = room.mutableBytes
        target.copy(bytes, to: start)
        count = start + bytes.byteCount
    }

    /// Writes the name of the member whose value comes next.
    @usableFromInline
    mutating func name(_ name: StaticString) {
        let name = RawSpan(name)
        assert(name.isSpeltName, "a name is not spelt as JSON spells it")
        reserve(name.byteCount + 3)
        let start = count
        let end = start + 1 + name.byteCount
        var room = buffer.mutableSpan
        var target = room.mutableBytes
        target.storeBytes(of: .quote, toByteOffset: start, as: UInt8.self)
        target.copy(name, to: start + 1)
        target.storeBytes(of: .quote, toByteOffset: end, as: UInt8.self)
        target.storeBytes(of: .colon, toByteOffset: end + 1, as: UInt8.self)
        count = end + 2
    }

    /// Writes a text in quotes, with a name before it and a comma behind it if it is a member's.
    @inline(__always)
    mutating func append(quoted text: RawSpan, name: StaticString? = nil) {
        reserve(text.byteCount &+ (name?.utf8CodeUnitCount ?? 0) &+ 6)
        var end = count
        var room = buffer.mutableSpan
        var target = room.mutableBytes
        if let name {
            let name = RawSpan(name)
            assert(name.isSpeltName, "a name is not spelt as JSON spells it")
            target.storeBytes(of: .quote, toByteOffset: end, as: UInt8.self)
            target.copy(name, to: end &+ 1)
            end &+= name.byteCount &+ 1
            target.storeBytes(of: UInt16(0x3A22).littleEndian, toByteOffset: end, as: UInt16.self)
            end &+= 2
        }
        target.storeBytes(of: .quote, toByteOffset: end, as: UInt8.self)
        let plain = target.copyPlain(text, to: end &+ 1)
        end &+= plain &+ 1
        guard plain == text.byteCount else {
            count = end
            appendEscaping(text.extracting(droppingFirst: plain))
            append(.quote)
            if name != nil { append(.comma) }
            return
        }
        target.storeBytes(of: UInt16(0x2C22).littleEndian, toByteOffset: end, as: UInt16.self)
        count = end &+ (name == nil ? 1 : 2)
    }

    /// Writes text whose first byte must be escaped.
    @inline(never)
    private mutating func appendEscaping(_ text: RawSpan) {
        var rest = text
        while rest.byteCount > 0 {
            appendEscaped(rest.byte(0))
            rest = rest.extracting(droppingFirst: 1)
            reserve(rest.byteCount)
            let start = count
            var room = buffer.mutableSpan
            var target = room.mutableBytes
            let plain = target.copyPlain(rest, to: start)
            count = start + plain
            rest = rest.extracting(droppingFirst: plain)
        }
    }

    /// Gets memory for the other elements of an array, if they are about as long as its first one: growing step by step would
    /// copy the document again and again.
    @usableFromInline
    mutating func reserve(repeating elements: Int, since start: Int) {
        let (length, overflow) = elements.multipliedReportingOverflow(by: count - start)
        // A guess must not cost memory that the document never needs.
        if !overflow, length < 1 << 20 { allocate(count + length + length / 8) }
    }

    @inline(__always)
    private mutating func reserve(_ additional: Int) {
        if buffer.count &- count < additional { extend(by: additional) }
    }

    /// Extends the part of the memory that may be written.
    @inline(never)
    private mutating func extend(by additional: Int) {
        let size = count + additional
        allocate(size + Self.emptyBuffer.count)
        while buffer.count < size { buffer.append(contentsOf: Self.emptyBuffer) }
    }

    /// Gets memory for a document of that size; at least twice as much as before, so that copying does not add up.
    private mutating func allocate(_ size: Int) {
        if size > buffer.capacity { buffer.reserveCapacity(max(size, 2 * buffer.capacity)) }
    }
}
