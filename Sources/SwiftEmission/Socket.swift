import SpecPlan
import SwiftText

extension OperationPlan {
    /// The operation's value type, where it opens a websocket.
    func declaration(of socket: SocketPlan, _ common: [SwiftSource]) -> SwiftSource {
        let subprotocols: SwiftSource =
            socket.subprotocols.isEmpty ? .nothing : "public static let subprotocols = \(socket.subprotocols.literals)"
        return """
            \(doc: doc.adding("`\(httpMethod) \(path)`, which becomes a websocket."))
            public struct \(typeName): \(sides == .both ? "SocketOperation" : "SocketContract, \(sides.operationProtocols)") {
                public typealias Sends = \(socket.sends)
                public typealias Receives = \(socket.receives)
                public typealias Failure = \(failure.typeName)

                \(blocks: common + [subprotocols])
            }
            """
    }

    /// The client's method that opens the websocket.
    func clientMethod(opening socket: SocketPlan, inputDocs: String, _ operation: SwiftSource) -> SwiftSource {
        let url = besideInputs("url")
        let transport = besideInputs("transport")
        let parameters = inputParameters + ["at \(url): String? = nil", "over \(transport): any SocketTransport"]
        let docs =
            (inputDocs.isEmpty ? [] : [inputDocs]) + [
                "- Parameter \(url.text): the whole URL to connect to, such as one that the service gave; the operation's own otherwise.",
                "- Parameter \(transport.text): what opens the websocket.",
            ]
        return """
            \(doc: doc.adding(docs.joined(separator: "\n")))
            \(isDeprecated ? .deprecated : .nothing)
            public func \(methodName)(\(list: parameters, before: ") async throws(\(failure.typeName)) -> Socket<\(socket.sends), \(socket.receives)> {")
                try await \(SwiftName("api").used(besides: Set(inputNames))).open(\(list: [operation, "at: \(url)", "over: \(transport)"])
            }
            """
    }

    private func besideInputs(_ name: SwiftName) -> SwiftName {
        inputNames.contains(name) ? besideInputs(name.adding("ForSocket")) : name
    }
}
