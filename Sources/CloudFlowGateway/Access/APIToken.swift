import FoundationEssentials

/// The secret half of an account's or a device's credentials: 256 random bits. It is shown once, when it is made.
public struct APIToken: Sendable {
    /// The token as it is shown and sent: 43 characters of RFC 4648's URL-safe Base64.
    public let text: String

    /// Draws a new one from the system's cryptographic generator.
    static func random() -> APIToken {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return APIToken(text: base64URL(bytes))
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let standard = Data(bytes).base64EncodedString()
        return String(standard.compactMap { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 == "=" ? nil : $0 })
    }
}

extension APIToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "APIToken" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
