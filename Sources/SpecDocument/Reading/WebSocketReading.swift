import SpecYAML

extension WebSocket: ObjectReadable {
    static let noun = "websocket"

    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        sends = object.read("sends")
        receives = object.read("receives")
        if sends == nil { object.missing("sends") }
        if receives == nil { object.missing("receives") }
        subprotocols = object.list("subprotocols")
        extensions = object.extensions()
    }
}
