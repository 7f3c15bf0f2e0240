public import CloudFlowRuntime

/// Why a device no longer serves.
public enum DeviceFailure: Error, Sendable {
    /// The same device has connected from somewhere else, and its newest connection stays.
    case replaced
    /// The platform doesn't know the device, or doesn't let it in.
    case refused(APIError)
    /// The platform took a message of the device for a mistake. Holds the reason that it gave.
    case rejected(String)
    /// What must not be forgotten can't be written down.
    case journal(JournalFailure)
}

extension DeviceFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .replaced: "the same device has connected from somewhere else"
        case .refused(let error): "the device is not let in: \(error)"
        case .rejected(let reason): "the platform refused a message: \(reason)"
        case .journal(let failure): "\(failure)"
        }
    }
}
