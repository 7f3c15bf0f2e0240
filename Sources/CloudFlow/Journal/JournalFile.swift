import CloudFlowRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file of lines that grows at its end. Only its owner may read it, and only one process holds it.
struct JournalFile: ~Copyable {
    static let header = "cloudflow-journal 1"

    private let path: String
    private var descriptor: Int32
    private(set) var size = 0

    /// Opens the file, or creates it.
    init(path: String) throws(JournalFailure) {
        let file = try Self.open(path, O_CREAT)
        do throws(JournalFailure) {
            try Self.flushFolder(of: path)
        } catch {
            _ = close(file)
            throw error
        }
        self.path = path
        descriptor = file
    }

    deinit {
        _ = close(descriptor)
    }

    /// The whole lines behind the header. A last line without an end, which a crash leaves behind, is cut off.
    mutating func lines() throws(JournalFailure) -> [[UInt8]] {
        let bytes = try read()
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        if end < bytes.count { try Self.check(ftruncate(descriptor, off_t(end)), "cut") }
        size = end
        var lines = bytes[..<end].split(separator: UInt8(ascii: "\n")).map(Array.init)
        if lines.isEmpty {
            try append(Array(Self.header.utf8) + [UInt8(ascii: "\n")], durably: true)
            return []
        }
        guard lines.removeFirst() == Array(Self.header.utf8) else { throw JournalFailure("is no journal of this version") }
        return lines
    }

    /// Writes at the end; durable when it returns, where that is asked for. What could be written only in part is taken back.
    mutating func append(_ bytes: [UInt8], durably: Bool) throws(JournalFailure) {
        do throws(JournalFailure) {
            try Self.write(bytes, to: descriptor)
            if durably { try Self.check(fsync(descriptor), "flush") }
        } catch {
            _ = ftruncate(descriptor, off_t(size))
            throw error
        }
        size += bytes.count
    }

    /// Puts other lines in the place of all there are. A crash leaves either these or those.
    mutating func replace(_ bytes: [UInt8]) throws(JournalFailure) {
        let new = path + ".new"
        let whole = Array(Self.header.utf8) + [UInt8(ascii: "\n")] + bytes
        _ = unlink(new)
        let file = try Self.open(new, O_CREAT | O_EXCL)
        do throws(JournalFailure) {
            try Self.write(whole, to: file)
            try Self.check(fsync(file), "flush")
            try Self.check(rename(new, path), "replace")
        } catch {
            _ = close(file)
            throw error
        }
        _ = close(descriptor)
        descriptor = file
        size = whole.count
        try Self.flushFolder(of: path)
    }

    private func read() throws(JournalFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = piece.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count)) }
            try Self.check(Int32(clamping: count), "read")
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    private static func open(_ path: String, _ flags: Int32) throws(JournalFailure) -> Int32 {
        let descriptor = system_open(path, O_RDWR | O_APPEND | O_CLOEXEC | flags)
        try check(descriptor, "open")
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            _ = close(descriptor)
            throw JournalFailure("is in use by another process")
        }
        return descriptor
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(JournalFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { system_write(descriptor, $0) }
            try check(Int32(clamping: count), "write")
            rest = rest.dropFirst(count)
        }
    }

    /// Makes the file's name durable.
    private static func flushFolder(of path: String) throws(JournalFailure) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = system_open(folder, O_RDONLY | O_CLOEXEC)
        try check(descriptor, "open the folder")
        defer { _ = close(descriptor) }
        try check(fsync(descriptor), "flush the folder")
    }

    private static func check(_ result: Int32, _ action: String) throws(JournalFailure) {
        if result < 0 { throw JournalFailure("can't be used (\(action)): \(String(cString: strerror(errno)))") }
    }
}

private func system_open(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o600) }

private func system_write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
