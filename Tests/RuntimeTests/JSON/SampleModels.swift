import CloudFlowRuntime

/// Models in the shape that generated ones have.

struct Terminal: JSONModel, Hashable {
    var id: String
    var slot: Int
    var ratio: Double
    var isActive: Bool
    var state: TerminalState
    var owner: Owner
    var note: Optional<String>
    var tags: Optional<[String]>
    var owners: Optional<[Owner]>

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        id = reader.string("id")
        slot = reader.int("slot")
        ratio = reader.double("ratio")
        isActive = reader.bool("isActive")
        state = reader.value("state")
        owner = reader.value("owner")
        note = reader.optionalString("note")
        tags = reader.optionalValue("tags")
        owners = reader.optionalValue("owners")
        reader.check("id", id, length: 1...8)
        reader.check("slot", slot, range: 0...9_000)
        reader.check("tags", tags, count: ...3)
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("id", id)
        writer.int("slot", slot)
        writer.double("ratio", ratio)
        writer.bool("isActive", isActive)
        writer.value("state", state)
        writer.value("owner", owner)
        writer.string("note", note)
        writer.value("tags", tags)
        writer.value("owners", owners)
        writer.endObject()
    }
}

enum TerminalState: OpenEnum {
    case idle
    case busy
    case outOfOrder
    case other(String)
    static let table = EnumTable<Self>([("idle", .idle), ("busy", .busy), ("out of order", .outOfOrder)])
}

/// A closed object with a name for the exact mode to compare spellings with.
struct Owner: JSONModel, Hashable {
    var accountId: String
    var level: Optional<Int32>

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        accountId = reader.string("accountId")
        level = reader.optionalInt32("level")
        reader.endObject(object, closed: true)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("accountId", accountId)
        writer.int32("level", level)
        writer.endObject()
    }
}

/// An object with members of any name beside those that it knows.
struct Labels: JSONModel, Hashable {
    var id: String
    var others: [String: Int]

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        id = reader.string("id")
        others = reader.rest(of: object)
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("id", id)
        writer.rest(others)
        writer.endObject()
    }
}

/// A union that a member decides, as `discriminator` has it.
enum Frame: JSONModel, Hashable {
    case request(Request)
    case acknowledgement(Acknowledgement)

    struct Request: JSONModel, Hashable {
        var id: String
        var payload: JSONValue

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            id = reader.string("id")
            payload = reader.value("payload")
            reader.endObject(object)
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.string("type", "request")
            writer.string("id", id)
            writer.value("payload", payload)
            writer.endObject()
        }
    }

    struct Acknowledgement: JSONModel, Hashable {
        var sequence: Int

        init(reading reader: inout JSONReader) {
            let object = reader.beginObject()
            _ = reader.string("type")
            sequence = reader.int("sequence")
            reader.endObject(object)
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.string("type", "ack")
            writer.int("sequence", sequence)
            writer.endObject()
        }
    }

    init(reading reader: inout JSONReader) {
        switch reader.peekString("type") {
        case "request": self = .request(Request(reading: &reader))
        case "ack": self = .acknowledgement(Acknowledgement(reading: &reader))
        default:
            reader.fail("must be a frame of a known type")
            self = .acknowledgement(Acknowledgement(reading: &reader))
        }
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .request(let request): request.write(to: &writer)
        case .acknowledgement(let acknowledgement): acknowledgement.write(to: &writer)
        }
    }
}

/// An object in an object in an object.
struct Chain: JSONModel, Hashable {
    var id: Int
    var next: Optional<[Chain]>

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        id = reader.int("id")
        next = reader.optionalValue("next")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.int("id", id)
        writer.value("next", next)
        writer.endObject()
    }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}

extension JSONWritable {
    /// What is written, as text.
    func jsonText() throws -> String { String(decoding: try json(), as: UTF8.self) }
}

extension Terminal {
    /// A document with every member, in the order of the model.
    static let document = """
        {"id":"T-1","slot":7,"ratio":0.25,"isActive":true,"state":"busy","owner":{"accountId":"acme","level":3},\
        "note":"caf\\u00e9 \\"Ö\\"","tags":["a","b"],"owners":[{"accountId":"x"},{"accountId":"y","level":-1}]}
        """
}
