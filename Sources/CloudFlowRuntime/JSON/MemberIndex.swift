/// Where all the members of all the objects of a document are, built in one pass.
///
/// Twenty bytes a member; the shortest member has five bytes in the document.
struct MemberIndex: ScanObserver {
    struct Member {
        /// Offsets of the name's opening quote, of the value's first byte, and of the byte behind the value.
        /// The last one is 0 when the document is broken before the value ends.
        let name: UInt32
        let value: UInt32
        var end: UInt32 = 0
        /// Index of the object's next member; 0 when there is none.
        var next: UInt32 = 0
        let isEscaped: Bool
        /// Whether the model asked for it.
        var isRead = false
    }

    /// In the order of the document.
    var members: [Member] = []
    /// What is wrong with the document as JSON; the index holds what comes before it.
    private(set) var fault: Fault?
    /// For each open container, the index of its latest member, or -1.
    private var open: [Int] = []

    init(of bytes: RawSpan, depthLimit: Int) {
        do throws(Fault) {
            let end = try bytes.scanValue(from: bytes.documentStart, depth: 0, limit: depthLimit, observer: &self)
            let rest = bytes.skippingSpace(from: end)
            if rest < bytes.byteCount { fault = Fault(.trailingBytes, at: rest) }
        } catch {
            fault = error
        }
    }

    /// The index of the member whose name's opening quote is at `offset`.
    func member(namedAt offset: Int) -> Int? {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].name < offset { low = middle + 1 } else { high = middle }
        }
        return low < members.count && members[low].name == offset ? low : nil
    }

    mutating func openedContainer(at offset: Int, isObject: Bool) { open.append(-1) }

    mutating func closedContainer() { open.removeLast() }

    mutating func foundMember(name: Int, isEscaped: Bool, value: Int) {
        let previous = open[open.count - 1]
        if previous >= 0 { members[previous].next = UInt32(members.count) }
        open[open.count - 1] = members.count
        members.append(Member(name: UInt32(name), value: UInt32(value), isEscaped: isEscaped))
    }

    mutating func endedValue(at offset: Int) {
        let latest = open[open.count - 1]
        if latest >= 0 { members[latest].end = UInt32(offset) }
    }
}
