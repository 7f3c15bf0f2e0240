import CloudFlowGateway
import CloudFlowRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Prints a text to standard output at once, so that whoever reads it through a pipe need not wait.
func show(_ text: String) {
    print(text)
    fflush(nil)
}

/// Prints a value as one line of JSON.
func show(_ value: some JSONWritable) throws {
    show(String(decoding: try value.json(), as: UTF8.self))
}

/// Rows below a header, in columns as wide as they need to be.
func table(_ header: [String], _ rows: [[String]], whenEmpty: String) -> String {
    if rows.isEmpty { return whenEmpty }
    let lines = [header] + rows
    let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
        let cells = zip(line, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
        let text = cells.joined(separator: "  ")
        return String(text.prefix(upTo: text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex))
    }.joined(separator: "\n")
}

/// A command line that calls a gateway on this machine.
func curl(_ token: BearerToken, _ path: String) -> String {
    "curl -H 'Authorization: Bearer \(token.value)' http://localhost:8080\(path)"
}

/// An account as scripts read it.
struct AccountOutput: JSONWritable {
    let account: Account
    let token: APIToken?
    let webhookSecret: Secret?

    init(_ account: Account, token: APIToken? = nil, webhookSecret: Secret? = nil) {
        self.account = account
        self.token = token
        self.webhookSecret = webhookSecret
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("accountId", account.id)
        writer.string("name", account.name)
        writer.string("apiToken", token?.text)
        writer.string("webhookSecret", webhookSecret?.value)
        writer.endObject()
    }
}

/// A device as scripts read it.
struct DeviceOutput: JSONWritable {
    let device: Device
    let token: APIToken?

    init(_ device: Device, token: APIToken? = nil) {
        self.device = device
        self.token = token
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("accountId", device.accountId)
        writer.string("referenceId", device.referenceId)
        writer.string("model", device.model)
        writer.string("serialNumber", device.serialNumber)
        writer.string("name", device.name)
        writer.string("location", device.location)
        writer.string("apiToken", token?.text)
        writer.endObject()
    }
}
