/// A connection, as the hub sends to it. Nothing here waits: who is too slow to take what it is sent is closed by the connection itself.
protocol Outlet: Sendable {
    func close(_ ending: SocketEnding)
}

protocol ClientOutlet: Outlet {
    /// Whether enough waits to be sent. `Hub.drained` is told when that is over.
    var isFull: Bool { get }
    func send(_ message: ClientMessage)
}

protocol DeviceOutlet: Outlet {
    func send(_ message: DeviceMessage)
}
