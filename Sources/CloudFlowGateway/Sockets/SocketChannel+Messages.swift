import CloudFlowRuntime

extension SocketChannel {
    /// Reads a message strictly. What is not of the type ends the connection, with a reason that holds nothing of it.
    func read<Message: JSONReadable>(_ message: SocketMessage, as type: Message.Type) -> Message? {
        guard message.kind == .text else {
            close(.unsupportedData, reason: "a message is binary; messages are JSON texts")
            return nil
        }
        do throws(JSONError) {
            return try Message(json: message.bytes, strict: true)
        } catch {
            close(.policyViolation, reason: "a message is malformed \(error)")
            return nil
        }
    }

    /// Ends the connection over a message of a type that the specification doesn't have.
    func refuseType() {
        close(.policyViolation, reason: "a message is of a type that is unknown here; types are case sensitive")
    }

    /// Sends a message; one that is too late is lost with the connection.
    func send(_ message: some JSONWritable) {
        // Models without numbers of their own can always be written.
        if let json = try? message.json() { send(SocketMessage(.text, json)) }
    }

    func close(_ ending: SocketEnding) {
        switch ending {
        case .replaced: close(.replaced, reason: "the device has connected again")
        case .protocolViolation(let problem): close(.policyViolation, reason: problem)
        case .storageFailed: close(.internalError, reason: "the database doesn't answer; connect again")
        case .accessEnded: close(.accessEnded, reason: "the access has ended; get another token")
        }
    }
}
