/// Reads one JSON document, once, from front to back.
///
/// A model asks for its members by name and gets values. Errors stick: after the first one every question is answered with
/// a placeholder (`""`, 0, nil, `[]`), and `JSONReadable.init(json:)` throws the error at the end.
///
///     let object = reader.beginObject()
///     id = reader.string("id")
///     name = reader.optionalString("name")
///     reader.endObject(object)
///
/// Names are spelt as JSON spells them between the quotes: a quote in one is `\"`.
///
/// A document is read in one of two modes. The fast one expects members in the order in which they are asked for, looks no
/// further than it must, and stops at whatever is unusual. Only then the exact one reads the document again, from an
/// index of all members, and finds the definitive value (of duplicate members the last one counts) or the definitive
/// error. Whatever the fast mode accepts, the exact one would have read the same way.
public struct JSONReader: ~Escapable {
    /// How deep objects and arrays may nest unless the caller says otherwise.
    public static var defaultDepthLimit: Int { 512 }

    /// Whether constraints are checked and closed objects are closed.
    public internal(set) var isStrict: Bool
    /// Whether values that enumerations and unions don't name are refused: while alternatives are tried, one that names a value comes first.
    var isClosed = false

    /// The document. Emptied by the first error, so that everything read later stops by itself.
    var bytes: RawSpan
    /// Where a value is wanted: its first byte. Between the members of an object: the quote of the next name, or the
    /// closing brace.
    var cursor: Int
    /// How many objects and arrays the cursor is in.
    var depth = 0
    let depthLimit: Int
    var isStopped = false
    /// Fast mode: how many attempts are going on, one inside of the other.
    var attemptDepth = 0

    /// Fast mode: members that were passed over, those of the outer objects first.
    var skipped: [SkippedMember] = []
    /// Fast mode: where those of the current object begin.
    var skippedBase = 0
    /// Fast mode: how many more bytes may be scanned without being read. Values that are skipped at every level of a nested
    /// document would otherwise take time that grows with size times depth.
    var scanAllowance: Int

    /// Exact mode: what it knows; nil in fast mode.
    let exact: ExactReading?

    @_lifetime(copy bytes)
    init(_ bytes: RawSpan, strict: Bool, depthLimit: Int, exact: ExactReading? = nil) {
        self.bytes = bytes
        self.depthLimit = depthLimit
        self.exact = exact
        isStrict = strict
        scanAllowance = 8 * bytes.byteCount
        cursor = bytes.documentStart
    }

    /// What kind of value is at the cursor; nil if none is. Nothing is consumed.
    public var nextKind: JSONKind? { JSONKind(startingWith: bytes.byte(cursor)) }

    /// Whether the reading went well and nothing but white space is left.
    func reachedEnd() -> Bool {
        !isStopped && bytes.skippingSpace(from: cursor) == bytes.byteCount
    }

    /// Skips the value at the cursor, which was checked and is now left behind.
    mutating func skipValue() {
        do throws(Fault) {
            var observer = Skipping()
            let start = cursor
            cursor = try bytes.scanValue(from: start, depth: depth, limit: depthLimit, observer: &observer)
            spend(cursor - start)
        } catch {
            stop(error)
        }
    }

    /// Accounts for bytes that were scanned without being read.
    mutating func spend(_ count: Int) {
        guard exact == nil else { return }
        scanAllowance -= count
        if scanAllowance < 0 { stop() }
    }
}

extension RawSpan {
    /// The offset of the document's value: a byte order mark and white space may come before it.
    var documentStart: Int {
        skippingSpace(from: holds("\u{FEFF}", at: 0) ? 3 : 0)
    }
}
