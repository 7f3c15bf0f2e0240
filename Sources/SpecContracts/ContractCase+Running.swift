public import CloudFlowRuntime
import SpecDocument
import SpecExamples

extension ContractCase {
    /// Tries it on a service.
    ///
    /// - Parameters:
    ///   - transport: over which the service is reached, also in the same process.
    ///   - server: where it is; below the paths that the description says if it isn't given.
    ///   - credentials: what the caller proves with who it is.
    public func run(
        over transport: any ClientTransport,
        at server: ContractServer = .inMemory,
        with credentials: ContractCredentials = ContractCredentials()
    ) async -> ContractOutcome {
        guard case .call(let before, let shape, let expectation) = plan else {
            if case .impossible(let reason) = plan { return .notExercised(reason) }
            return .notExercised("")
        }
        let needsProof =
            shape.proof == .right && shape.endpoint.security.allSatisfy { !$0.schemes.isEmpty } && !shape.endpoint.security.isEmpty
        if needsProof, credentials.met(shape.endpoint.security, in: document) == nil {
            let names = shape.endpoint.security.map { $0.schemes.keys.joined(separator: " and ") }.joined(separator: ", or ")
            return .notExercised("there are no credentials for \(names)")
        }
        do throws(TransportFailure) {
            for step in before {
                let response = try await transport.send(step.request(to: server, credentials, in: document))
                _ = try? await response.body.collect(upTo: Self.longestBody)
                guard response.status < 400 else {
                    return .notExercised("'\(step.endpoint.name)', which goes before, answered \(response.status)")
                }
            }
            let response = try await transport.send(shape.request(to: server, credentials, in: document))
            guard let body = try? await response.body.collect(upTo: Self.longestBody) else {
                return .failed(["the body of the answer broke off, or is endless"], status: response.status)
            }
            let problems = ResponseCheck(document).problems(with: response, body, of: shape.endpoint)
            let outcome = expectation.outcome(of: response.status, documented: shape.endpoint.success?.status)
            return problems.isEmpty ? outcome : .failed(outcome.problems + problems, status: response.status)
        } catch {
            return .failed(["there is no answer: \(error.problem)"], status: nil)
        }
    }

    private static let longestBody = 64 << 20
}

extension Expectation {
    /// Statuses that speak of the state that a service is in, rather than of what it was asked.
    private static let ofState: Set<Int> = [404, 409, 410, 412, 423, 425, 429, 503]

    /// - Parameter success: what the operation answers where all is well, be it no 2xx.
    fileprivate func outcome(of status: Int, documented success: Int?) -> ContractOutcome {
        switch self {
        case .status(let expected):
            return status == expected ? .passed(status) : .failed(["answered \(status), not \(expected)"], status: status)
        case .success:
            if 200..<400 ~= status || status == success { return .passed(status) }
            if Self.ofState.contains(status) {
                return .notExercised(
                    "answered \(status), which says nothing of the call; give fixtures that bring about the state it needs"
                )
            }
            return .failed(["answered \(status), though nothing is wrong with the call"], status: status)
        case .refusal(let statuses):
            if statuses.contains(status) { return .passed(status) }
            let expected = statuses.sorted().map { String($0) }.joined(separator: " or ")
            if Self.ofState.contains(status) {
                return .notExercised("answered \(status) before it came to \(expected); give fixtures that bring about the state it needs")
            }
            return .failed(["answered \(status), not \(expected)"], status: status)
        }
    }
}
