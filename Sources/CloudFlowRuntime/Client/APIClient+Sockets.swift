import HTTPTypes

extension APIClient {
    /// Opens a websocket: the socket itself, or the failure as the spec documents it.
    ///
    /// It is not retried, but for a token that is refused and can be renewed, and the client's middleware sees nothing of it.
    ///
    /// - Parameter url: the whole URL of the websocket, `ws`, `wss`, `http` or `https`, where it isn't the operation's path below the
    ///   client's own.
    public func open<Call: SocketContract & ClientOperation>(
        _ operation: Call,
        at url: String? = nil,
        over transport: any SocketTransport,
        limits: SocketLimits = SocketLimits(pingInterval: nil)
    ) async throws(Call.Failure) -> Socket<Call.Sends, Call.Receives> {
        let outcome: Result<SocketUpgrade, Call.Failure>
        do throws(CallFailure) {
            switch try await answer(to: operation, at: url, over: transport, limits) {
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

    private func answer<Call: SocketContract & ClientOperation>(
        to operation: Call,
        at url: String?,
        over transport: any SocketTransport,
        _ limits: SocketLimits
    ) async throws(CallFailure) -> SocketAnswer {
        var request = try request(for: operation)
        if let url, !request.move(toSocket: url) {
            throw CallFailure(.unsendable("the websocket's URL is not an absolute ws, wss, http or https URL"), delivery: .never)
        }
        if !Call.subprotocols.isEmpty {
            request.head.headerFields[.secWebSocketProtocol] = Call.subprotocols.joined(separator: ", ")
        }
        let (authorized, source) = try await authorized(request, for: Call.self)
        let answer = try await self.answer(to: authorized, over: transport, limits)
        guard case .refused(let refusal) = answer, refusal.status == 401, let source,
            let token = try? await source.source.token(inPlaceOf: source.token)
        else { return answer }
        request.authorize(token)
        return try await self.answer(to: request, over: transport, limits)
    }

    private func answer(
        to request: APIRequest,
        over transport: any SocketTransport,
        _ limits: SocketLimits
    ) async throws(CallFailure) -> SocketAnswer {
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

extension APIRequest {
    /// Leads the request to a URL of its own, whole and unchanged. A query that it has already follows the URL's.
    ///
    /// - Returns: whether the URL can be that of a websocket.
    fileprivate mutating func move(toSocket url: String) -> Bool {
        let base = url.prefix { $0 != "?" }
        guard let server = ServerAddress(socketURL: String(base)) else { return false }
        let ownQuery = query
        head.scheme = server.scheme
        head.authority = server.authority
        head.path = (server.path.isEmpty || base.hasSuffix("/") ? server.path + "/" : server.path)
        let queries = [url[base.endIndex...].dropFirst(), ownQuery ?? ""].filter { !$0.isEmpty }
        if !queries.isEmpty { head.path? += "?" + queries.joined(separator: "&") }
        return url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "#") }
    }
}
