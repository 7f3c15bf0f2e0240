/// What a request says about becoming a websocket (RFC 6455, section 4.2.1).
public enum SocketHandshake: Sendable {
    /// It doesn't ask for one, or its connection can't become one any more.
    case absent
    /// It asks for one in due form.
    case sound
    /// It asks for one in a way that can't be granted.
    case unsound(Refusal)
}
