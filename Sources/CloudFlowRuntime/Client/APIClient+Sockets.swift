import HTTPTypes

extension APIClient {
    /// Opens a websocket: the socket itself, or the failure as the spec documents it.
    ///
    /// It is not retried, and the client's middleware sees nothing of it.
    public func open<Call: SocketOperation>(
        _ operation: Call,
        over transport: any SocketTransport,
        limits: SocketLimits = SocketLimits(pingInterval: nil)
    ) async throws(Call.Failure) -> Socket<Call.Sends, Call.Receives> {
        let outcome: Result<SocketUpgrade, Call.Failure>
        do throws(CallFailure) {
            switch try await answer(to: operation, over: transport, limits) {
            case .opened(let channel): return Socket(SocketConnection(channel, limits: limits))
            case .refused(let response): outcome = try Call.outcome(of: try await whole(response))
            }
        } catch {
            var failure = error
            failure.operationID = Call.route.operationID
            throw .failed(failure)
        }
        switch outcome {
        case .success: throw .failed(CallFailure(.connection("the answer is no websocket"), delivery: .delivered))
        case .failure(let failure): throw failure
        }
    }

    private func answer<Call: SocketOperation>(
        to operation: Call,
        over transport: any SocketTransport,
        _ limits: SocketLimits
    ) async throws(CallFailure) -> SocketAnswer {
        var (request, _) = try await authorized(try request(for: operation), for: Call.self)
        if !Call.subprotocols.isEmpty {
            request.head.headerFields[.secWebSocketProtocol] = Call.subprotocols.joined(separator: ", ")
        }
        do throws(TransportFailure) {
            return try await transport.open(request, limits: limits)
        } catch {
            throw CallFailure(Task.isCancelled ? .cancelled : .connection(error.problem), delivery: error.delivery)
        }
    }

    private func whole(_ response: APIResponse) async throws(CallFailure) -> ResponseReader {
        do throws(BodyFailure) {
            return ResponseReader(response, body: try await response.body.collect(upTo: options.bodyLimit))
        } catch {
            throw CallFailure(.connection("the answer broke off"), delivery: .delivered, response: APIResponse(response.head))
        }
    }
}
