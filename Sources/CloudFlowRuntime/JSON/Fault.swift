/// Why a scan stopped, and where. Small enough to be thrown in registers; `JSONError` is made of it once it is definitive.
struct Fault: Error {
    enum Reason: UInt8 {
        case syntax, controlCharacter, unexpectedEnd, invalidUTF8, invalidEscape, depthLimit, trailingBytes
    }

    let reason: Reason
    let offset: Int

    init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension RawSpan {
    /// The fault of a byte that must not be at `offset`.
    func unexpected(at offset: Int) -> Fault {
        Fault(offset < byteCount ? .syntax : .unexpectedEnd, at: offset)
    }
}
