public import FoundationEssentials

/// A payment device that is registered with an account. Model and serial number together name it, and no two have the same.
public struct Device: Sendable, Hashable {
    /// What the API knows the device by: letters, digits and `-._~`, case sensitive.
    public let referenceId: String
    public let accountId: String
    public let model: String
    public let serialNumber: String
    /// What people call it.
    public let name: String?
    /// Where it stands.
    public let location: String?
    public let createdAt: Date
    /// What there is of its API token. With another one, what the former opened ends.
    let tokenDigest: TokenDigest
}

/// A device to be registered.
public struct NewDevice: Sendable, Hashable {
    public var accountId: String
    public var model: String
    public var serialNumber: String
    /// nil lets the gateway choose one.
    public var referenceId: String?
    public var name: String?
    public var location: String?

    public init(
        accountId: String,
        model: String,
        serialNumber: String,
        referenceId: String? = nil,
        name: String? = nil,
        location: String? = nil
    ) {
        self.accountId = accountId
        self.model = model
        self.serialNumber = serialNumber
        self.referenceId = referenceId
        self.name = name
        self.location = location
    }
}

/// Which devices to list: those that have every value given, letter for letter.
public struct DeviceFilter: Sendable, Hashable {
    public var model: String?
    public var serialNumber: String?
    public var location: String?

    public init(model: String? = nil, serialNumber: String? = nil, location: String? = nil) {
        self.model = model
        self.serialNumber = serialNumber
        self.location = location
    }
}
