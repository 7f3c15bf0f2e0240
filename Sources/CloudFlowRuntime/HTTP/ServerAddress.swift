/// Where an API is served: the parts of a base URL such as `https://cloudflow.example:8443/client/1.1`.
public struct ServerAddress: Sendable, Hashable {
    /// `http` or `https`.
    public let scheme: String
    /// The host, and the port where it isn't the scheme's own: `localhost:8080`.
    public let authority: String
    /// The path, percent-encoded, beginning with a slash and without one at its end; empty for the root.
    public let path: String

    /// Takes a URL apart; nil where it is not an absolute `http` or `https` URL with a host, or has a query, a fragment or a user in it.
    public init?(_ url: String) {
        guard let schemeEnd = url.firstRange(of: "://") else { return nil }
        let rest = url[schemeEnd.upperBound...]
        scheme = url[..<schemeEnd.lowerBound].lowercased()
        let authority = rest.prefix { $0 != "/" }
        let path = rest[authority.endIndex...]
        guard scheme == "http" || scheme == "https", Self.isHost(authority) else { return nil }
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), !rest.contains(where: { "?#@\\\"<>^`{|}".contains($0) }) else { return nil }
        self.authority = String(authority)
        self.path = path.hasSuffix("/") ? String(path.dropLast()) : String(path)
    }

    /// Takes the URL of a websocket apart: `ws` stands for `http`, and `wss` for `https`.
    package init?(socketURL url: String) {
        let scheme = url.prefix { $0 != ":" }
        switch scheme.lowercased() {
        case "ws", "wss": self.init("http" + url.dropFirst(2))
        default: self.init(url)
        }
    }

    /// Where an operation is served that may have a server of its own; nil where that is no URL.
    ///
    /// - Parameters:
    ///   - own: a URL, or a path on this host; nil for this very address.
    ///   - isOfSpec: whether a URL is meant as it is, rather than as its path on this host.
    func moved(to own: String?, isOfSpec: Bool) -> ServerAddress? {
        guard let own else { return self }
        if isOfSpec, own.contains("://") { return ServerAddress(own) }
        let path = own.contains("://") ? ServerAddress(own)?.path : own.hasPrefix("/") ? own : "/" + own
        return path.flatMap { ServerAddress("\(scheme)://\(authority)\($0)") }
    }

    /// Whether the text is a host, and maybe a port from 0 to 65535. An IPv6 address stands in brackets.
    private static func isHost(_ authority: Substring) -> Bool {
        let bracketed = authority.hasPrefix("[") ? authority.firstIndex(of: "]").map { authority[...$0] } : nil
        let host = bracketed ?? authority.prefix { $0 != ":" }
        let port = authority[host.endIndex...]
        if host.isEmpty || host == "[]" { return false }
        return port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy(\.isASCIIDigit) && UInt16(port.dropFirst()) != nil
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { self >= "0" && self <= "9" }
}
