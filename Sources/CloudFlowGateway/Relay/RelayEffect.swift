import CloudFlowRuntime
import FoundationEssentials

/// What the rules of the relay want done. Effects are carried out in their order, and none before the changes in front of it are durable:
/// that is what makes an acknowledgement a promise.
enum RelayEffect: Hashable, Sendable {
    case store(RelayChange)
    case toClient(ConnectionID, ClientMessage)
    case toDevice(ConnectionID, DeviceMessage)
    case close(ConnectionID, SocketEnding)
    /// The items of a request from a number on, to be read from the store and sent to a client.
    case replay(ConnectionID, id: String, from: Int)
    /// The connection has room for more of a replay, where one waits for that.
    case replayOn(ConnectionID, id: String)
    /// A request that is not in memory, to be looked up in the store and handed to `AccountRelay.found`.
    case lookUp(id: String)
    /// If the store holds the request as finished by that device, it hears so again.
    case acknowledgeFinished(ConnectionID, id: String, referenceId: String)
    case answer(SubmissionID, SubmissionAnswer)
    /// There is an item to post to the request's callback.
    case post(id: String)
}

/// A change of what the relay keeps.
enum RelayChange: Hashable, Sendable {
    case insert(RelayRequest)
    case progress(id: String, RelayRequest.Progress)
    /// A new item; the last one finishes the request.
    case append(id: String, RelayItem)
    /// Items below the number have been received.
    case acknowledge(id: String, below: Int)
}

/// A live connection of the gateway.
struct ConnectionID: Hashable, Sendable {
    let number: Int
}

/// A call of the REST endpoint for asynchronous requests that waits for its answer.
struct SubmissionID: Hashable, Sendable {
    let number: Int
}

enum ClientMessage: Hashable, Sendable {
    case event(id: String, sequence: Int, referenceId: String, payload: JSONValue, isFinal: Bool)
    /// - Parameter sequence: the number under which it is kept until it is acknowledged; nil for one that is not kept.
    case error(id: String?, sequence: Int?, RelayFailure)
}

extension ClientMessage {
    /// The request of a message that is kept until it is acknowledged; nil for one that is not kept.
    var keptFor: String? {
        switch self {
        case .event(let id, _, _, _, _): id
        case .error(let id, let sequence, _): sequence == nil ? nil : id
        }
    }
}

enum DeviceMessage: Hashable, Sendable {
    case request(id: String, payload: JSONValue, expiresAt: Date)
    /// Items up to the number are durable.
    case acknowledged(id: String, sequence: Int)
}

/// Why the relay closes a connection.
enum SocketEnding: Hashable, Sendable {
    /// The device connected again: the newest connection wins.
    case replaced
    /// What was said makes no sense at this point; the text says what.
    case protocolViolation(String)
    /// What was decided could not be stored.
    case storageFailed
    /// The account or the device has been removed or has another API token, or the connection has become too old.
    case accessEnded
}

enum SubmissionAnswer: Hashable, Sendable {
    case accepted(at: Date)
    case refused(RelayFailure)
}
