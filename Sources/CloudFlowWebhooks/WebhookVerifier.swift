public import CloudFlowClientAPI
public import CloudFlowRuntime
import Crypto
public import FoundationEssentials

/// Tells what a gateway posted from what anybody else did.
///
/// It stands in a module of its own, so that the runtime, and all generated code with it, needs no cryptography.
public struct WebhookVerifier: Sendable {
    private let secret: Secret
    private let tolerance: TimeInterval
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - secret: the account's webhook secret, as `cloudflow account` shows it.
    ///   - tolerance: how far the time of a signature may be from now, in seconds. What is older may be somebody's recording.
    public init(secret: Secret, tolerance: TimeInterval = 300, now: @escaping @Sendable () -> Date = { Date() }) {
        self.secret = secret
        self.tolerance = tolerance
        self.now = now
    }

    /// The message in a body, once it is known to be the gateway's.
    ///
    /// - Parameters:
    ///   - signature: the header field `CloudFlow-Signature`; nil where there is none.
    ///   - body: the bytes as they came. JSON that was read and written again has another signature.
    public func message(in body: [UInt8], signature: String?) throws(WebhookRefusal) -> ClientV1_1.PlatformMessage {
        try check(body, signature: signature)
        do {
            return try ClientV1_1.PlatformMessage(json: body)
        } catch {
            throw .unreadable(error)
        }
    }

    /// Checks the signature of a body that somebody else reads.
    public func check(_ body: [UInt8], signature: String?) throws(WebhookRefusal) {
        guard let signature else { throw .unsigned }
        guard let parts = SignatureParts(signature) else { throw .malformed }
        let signed = WebhookSignature.signedBytes(time: parts.time, body)
        // Each comparison takes the same time, however much of the code is right.
        let isGenuine = parts.codes.contains {
            HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: signed, using: secret.key)
        }
        guard isGenuine else { throw .forged }
        let age = now().timeIntervalSince1970 - Double(parts.seconds)
        if age > tolerance { throw .tooOld(seconds: Int(age)) }
        if age < -tolerance { throw .tooNew(seconds: Int(-age)) }
    }
}

/// The header field, taken apart. Names that are not known are passed over, and `v1` may be there more than once.
private struct SignatureParts {
    var time: Substring = ""
    var seconds: Int64 = 0
    var codes: [[UInt8]] = []

    init?(_ text: String) {
        for part in text.split(separator: ",") {
            if part.hasPrefix("t=") { time = part.dropFirst(2) }
            if part.hasPrefix("v1="), let code = Self.bytes(hex: part.dropFirst(3)) { codes.append(code) }
        }
        // Twelve digits are 30,000 years, and no sum with them overflows.
        guard time.utf8.count <= 12, let seconds = Int64(time), seconds >= 0, !codes.isEmpty, codes.count <= 8 else { return nil }
        self.seconds = seconds
    }

    private static func bytes(hex: Substring) -> [UInt8]? {
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue.map(UInt8.init) }
        guard digits.count == hex.utf8.count, digits.count == 2 * SHA256.byteCount else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
