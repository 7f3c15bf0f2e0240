import CloudFlowRuntime

enum ConnectionType: OpenEnum {
    case websocket
    case other(String)
    static let table = EnumTable<Self>([("websocket", .websocket)])
}

enum TokenType: OpenEnum {
    case jwt
    case other(String)
    static let table = EnumTable<Self>([("jwt", .jwt)])
}

struct ConnectionCredentials: JSONModel {
    let connectionType: ConnectionType
    let connectionUrl: String
    let tokenType: TokenType
    let accessToken: String

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        connectionType = reader.value("connectionType")
        connectionUrl = reader.string("connectionUrl")
        tokenType = reader.value("tokenType")
        accessToken = reader.string("accessToken")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.value("connectionType", connectionType)
        writer.string("connectionUrl", connectionUrl)
        writer.value("tokenType", tokenType)
        writer.string("accessToken", accessToken)
        writer.endObject()
    }
}

struct Device: JSONModel {
    let clientAccountId: String
    let referenceId: String
    let serialNumber: String
    let model: String
    let name: Optional<String>
    let location: Optional<String>

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        clientAccountId = reader.string("clientAccountId")
        referenceId = reader.string("referenceId")
        serialNumber = reader.string("serialNumber")
        model = reader.string("model")
        name = reader.optionalString("name")
        location = reader.optionalString("location")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("clientAccountId", clientAccountId)
        writer.string("referenceId", referenceId)
        writer.string("serialNumber", serialNumber)
        writer.string("model", model)
        writer.string("name", name)
        writer.string("location", location)
        writer.endObject()
    }
}

struct APIError: JSONModel {
    let errorCode: String
    let errorMessage: String

    init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        errorCode = reader.string("errorCode")
        errorMessage = reader.string("errorMessage")
        reader.endObject(object)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("errorCode", errorCode)
        writer.string("errorMessage", errorMessage)
        writer.endObject()
    }
}
