public import FoundationEssentials

/// A payment device that is registered with an account. Model and serial number together name it, and no two have the same.
public struct Device: Sendable, Hashable {
    /// What the API knows the device by: letters, digits and `-._~`, case sensitive.
    public let referenceId: String
    /// The account that it belongs to.
    public let accountId: String
    /// The model, as its maker calls it.
    public let model: String
    /// The number that no other device of the model has.
    public let serialNumber: String
    /// What people call it.
    public let name: String?
    /// Where it stands.
    public let location: String?
    /// When it was registered.
    public let createdAt: Date
    /// What there is of its API token. With another one, what the former opened ends.
    let tokenDigest: TokenDigest
}

/// A device to be registered.
public struct NewDevice: Sendable, Hashable {
    /// The account that it is to belong to.
    public var accountId: String
    /// The model, as its maker calls it.
    public var model: String
    /// The number that no other device of the model has.
    public var serialNumber: String
    /// nil lets the gateway choose one.
    public var referenceId: String?
    /// What people are to call it.
    public var name: String?
    /// Where it stands.
    public var location: String?

    /// A device with what is known of it.
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
    /// The model, as its maker calls it.
    public var model: String?
    /// The number that no other device of the model has.
    public var serialNumber: String?
    /// Where it stands.
    public var location: String?

    /// A filter; without values it is one for all devices.
    public init(model: String? = nil, serialNumber: String? = nil, location: String? = nil) {
        self.model = model
        self.serialNumber = serialNumber
        self.location = location
    }
}
