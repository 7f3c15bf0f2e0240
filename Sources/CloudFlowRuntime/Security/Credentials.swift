import FoundationEssentials

/// What a point of sale authenticates with. Case matters in both parts.
public struct ClientCredentials: Sendable, Hashable {
    /// The account's id.
    public var accountId: String
    /// The secret of the account.
    public var apiToken: String

    /// The credentials of an account.
    public init(accountId: String, apiToken: String) {
        self.accountId = accountId
        self.apiToken = apiToken
    }
}

/// What a payment device authenticates with. Case matters in all parts.
public struct DeviceCredentials: Sendable, Hashable {
    /// The device's model.
    public var model: String
    /// The device's serial number.
    public var serialNumber: String
    /// The secret of the device.
    public var apiToken: String

    /// The credentials of a device.
    public init(model: String, serialNumber: String, apiToken: String) {
        self.model = model
        self.serialNumber = serialNumber
        self.apiToken = apiToken
    }
}

extension BearerToken {
    /// The token of the Client API: Base64 of `{"accountId": "…", "apiToken": "…"}`.
    public static func client(accountId: String, apiToken: String) -> BearerToken {
        BearerToken(encoding: ClientCredentials(accountId: accountId, apiToken: apiToken))
    }

    /// The token of the Device API: Base64 of `{"model": "…", "serialNumber": "…", "apiToken": "…"}`.
    public static func device(model: String, serialNumber: String, apiToken: String) -> BearerToken {
        BearerToken(encoding: DeviceCredentials(model: model, serialNumber: serialNumber, apiToken: apiToken))
    }

    /// What a client put into the token; nil where it is not the Base64 of such an object.
    public var clientCredentials: ClientCredentials? { decoded() }

    /// What a device put into the token; nil where it is not the Base64 of such an object.
    public var deviceCredentials: DeviceCredentials? { decoded() }

    private init(encoding credentials: some JSONWritable) {
        let json = (try? credentials.json()) ?? []
        self.init(Data(json).base64EncodedString())
    }

    /// Both alphabets of RFC 4648 are taken, with and without padding; the order of the members is free.
    private func decoded<Credentials: JSONReadable>() -> Credentials? {
        var base64 = String(value.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        base64 = String(base64.prefix { $0 != "=" })
        guard value.dropFirst(base64.count).allSatisfy({ $0 == "=" }), value.count - base64.count <= 2 else { return nil }
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        guard let json = Data(base64Encoded: base64) else { return nil }
        return try? Credentials(json: [UInt8](json))
    }
}

extension ClientCredentials: JSONReadable, JSONWritable {
    public init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        accountId = reader.string("accountId")
        apiToken = reader.string("apiToken")
        reader.endObject(object)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("accountId", accountId)
        writer.string("apiToken", apiToken)
        writer.endObject()
    }
}

extension DeviceCredentials: JSONReadable, JSONWritable {
    public init(reading reader: inout JSONReader) {
        let object = reader.beginObject()
        model = reader.string("model")
        serialNumber = reader.string("serialNumber")
        apiToken = reader.string("apiToken")
        reader.endObject(object)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.string("model", model)
        writer.string("serialNumber", serialNumber)
        writer.string("apiToken", apiToken)
        writer.endObject()
    }
}

extension ClientCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "ClientCredentials" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension DeviceCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "DeviceCredentials" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
