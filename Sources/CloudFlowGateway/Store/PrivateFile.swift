#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Creates an empty file that only its owner may read and write, unless there is one already.
///
/// SQLite gives the files that it keeps beside a database the same permissions. What keeps the file from being created keeps SQLite from
/// opening it, and SQLite says so.
func createPrivateFile(_ path: String) {
    // Never opened when it exists: to close it would drop the locks that SQLite holds on it in this process.
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
}
