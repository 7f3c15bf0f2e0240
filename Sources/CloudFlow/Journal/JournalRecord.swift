import CloudFlowRuntime

/// A line of a journal. Payloads stand in it as texts, so that whatever white space they hold it stays one line.
enum JournalRecord {
    /// The device has taken a request on.
    case accepted(id: String, payload: JSONValue, at: Int)
    /// The next item of the answer.
    case said(id: String, DeviceItem)
    /// The platform has stored the items up to a number.
    case acknowledged(id: String, through: Int)
    /// A request of which nothing is open; only its id is kept.
    case settled(id: String, at: Int)
}

/// An item of a device's answer, numbered from 0.
struct DeviceItem: Sendable {
    enum Content: Sendable {
        case event(payload: JSONValue, isFinal: Bool)
        case failure(APIError)
    }

    let sequence: Int
    let content: Content

    var isFinal: Bool {
        if case .event(_, let isFinal) = content { isFinal } else { true }
    }
}

extension JournalRecord: JSONReadable, JSONWritable {
    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        let kind = reader.string("record")
        let id = reader.string("id")
        switch kind {
        case "accepted":
            self = .accepted(id: id, payload: JSONValue(text: reader.string("payload")), at: reader.int("at"))
        case "event":
            let sequence = reader.int("sequence")
            let payload = JSONValue(text: reader.string("payload"))
            self = .said(id: id, DeviceItem(sequence: sequence, content: .event(payload: payload, isFinal: reader.bool("final"))))
        case "error":
            let sequence = reader.int("sequence")
            self = .said(id: id, DeviceItem(sequence: sequence, content: .failure(reader.value("error"))))
        case "acknowledged":
            self = .acknowledged(id: id, through: reader.int("through"))
        default:
            self = .settled(id: id, at: reader.int("at"))
        }
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        switch self {
        case .accepted(let id, let payload, let time):
            writer.string("record", "accepted")
            writer.string("id", id)
            writer.string("payload", payload.text)
            writer.int("at", time)
        case .said(let id, let item):
            writer.string("record", item.kind)
            writer.string("id", id)
            writer.int("sequence", item.sequence)
            switch item.content {
            case .event(let payload, let isFinal):
                writer.string("payload", payload.text)
                writer.bool("final", isFinal)
            case .failure(let error):
                writer.value("error", error)
            }
        case .acknowledged(let id, let sequence):
            writer.string("record", "acknowledged")
            writer.string("id", id)
            writer.int("through", sequence)
        case .settled(let id, let time):
            writer.string("record", "settled")
            writer.string("id", id)
            writer.int("at", time)
        }
        writer.endObject()
    }
}

extension DeviceItem {
    fileprivate var kind: String {
        if case .event = content { "event" } else { "error" }
    }
}

extension JSONValue {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Null for a text that is no JSON, which only a damaged journal holds.
    fileprivate init(text: String) {
        self = (try? JSONValue(json: Array(text.utf8), depthLimit: .max)) ?? .null
    }
}
