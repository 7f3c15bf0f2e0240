import ArgumentParser
import CloudFlowRuntime
import FoundationEssentials

/// Which gateway to call, and with which token.
struct GatewayOptions: ParsableArguments {
    @Option(help: "The URL of the gateway.", transform: address)
    var url = "http://localhost:8080"
    // Tokens are random text of the URL-safe Base64: one in 64 begins with a hyphen.
    @Option(
        parsing: .unconditional,
        help: "The API token; otherwise what the environment has as CLOUDFLOW_API_TOKEN, which other users of the machine can't see."
    )
    var apiToken: String?

    /// The token, wherever it stands.
    func token() throws -> String {
        guard let token = apiToken ?? ProcessInfo.processInfo.environment["CLOUDFLOW_API_TOKEN"] else {
            throw CommandFailure("there is no API token; give --api-token, or set CLOUDFLOW_API_TOKEN")
        }
        return token
    }

    private static func address(_ url: String) throws -> String {
        guard let address = ServerAddress(url) else { throw ValidationError("'\(url)' is not an absolute http or https URL") }
        return "\(address.scheme)://\(address.authority)\(address.path)"
    }
}
