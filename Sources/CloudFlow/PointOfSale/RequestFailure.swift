public import CloudFlowClientAPI
public import CloudFlowRuntime

/// Why a request has no further events, and whether the device can have seen it.
public struct RequestFailure: Error, Sendable, Hashable {
    /// What the device or the platform said, or what kept this end from asking them.
    public var error: APIError
    /// Whether the device has the request.
    ///
    /// - `never`: it has not and will not; the same can be asked for under another id.
    /// - `delivered`: the device took it on. What it did is for its events, the error and people to tell.
    /// - `unknown`: nobody knows. Ask for the same again, under the same id: the device doesn't carry it out twice, and tells.
    public var delivery: Delivery

    /// A failure, and whether the device can have got the request.
    public init(_ error: APIError, delivery: Delivery) {
        self.error = error
        self.delivery = delivery
    }

    /// What the platform says of a request, over a websocket or to a callback. A `delivery` that it leaves out is `unknown`.
    public init(_ message: ClientV1_1.RequestError) {
        error = APIError(ErrorCode(rawValue: message.errorCode), message.errorMessage)
        delivery =
            switch message.delivery {
            case .never?: .never
            case .delivered?: .delivered
            case .unknown?, .other?, nil: .unknown
            }
    }
}

extension RequestFailure: CustomStringConvertible {
    public var description: String {
        switch delivery {
        case .never: "\(error); the device was not asked"
        case .delivered: "\(error); the device has the request"
        case .unknown: "\(error); nobody knows whether the device has the request"
        }
    }
}

extension RequestFailure {
    static var cancelled: RequestFailure { RequestFailure(APIError(.other("cancelled"), "nobody waits any more"), delivery: .unknown) }
    static var closed: RequestFailure { RequestFailure(APIError(.connectionLost, "this point of sale is closed"), delivery: .never) }
    static var inFlight: RequestFailure {
        RequestFailure(APIError(.duplicateItem, "a request with this id is in flight here already"), delivery: .unknown)
    }
}
