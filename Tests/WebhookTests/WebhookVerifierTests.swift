import CloudFlowClientAPI
import CloudFlowRuntime
import CloudFlowWebhooks
import FoundationEssentials
import Testing

private let secret: Secret = "tS9ddh-3rXj2kqQzN0cY1pVwLbAeIoUmGfRtHsJxK4M"
private let event =
    #"{"type":"event","id":"order-1001","sequence":0,"referenceId":"till-7","payload":{"approved":true,"text":"schön"},"final":true}"#
private let zeros = String(repeating: "0", count: 64)

@Suite struct WebhookVerifierTests {
    /// What Python makes of the same: `hmac.new(secret, b"1700000000." + body, hashlib.sha256).hexdigest()`.
    @Test(arguments: [
        (1_700_000_000, #"{"id":"order-1"}"#, "2a5e9729a43a3cd686a6d98ad31106695dbc8aacd8abdc58f239556e772def46"),
        (1_800_000_000, event, "98efa586d0816f447122972c31d997230a77d57fae9ce1cae51dd979f9fa6a10"),
        (1, "", "5085535c9c722a82e2bc2bc3288be781175e8ab4ee8ced8c64921909a2fe2763"),
    ])
    func theCodeIsThatOfAnotherImplementation(time: Int, body: String, code: String) {
        #expect(WebhookSignature(of: Array(body.utf8), at: time, secret: secret).text == "t=\(time),v1=\(code)")
    }

    @Test func aSignedMessageIsRead() throws {
        let message = try verifier(at: 1_800_000_000).message(in: Array(event.utf8), signature: signature)
        guard case .deviceEvent(let event) = message else {
            Issue.record("\(message)")
            return
        }
        #expect(event.id == "order-1001")
        #expect(event.payload["approved"] == true)
    }

    /// Each time in seconds from the signature's, and whether it is near enough.
    @Test(arguments: [(0, true), (300, true), (301, false), (-300, true), (-301, false), (86_400, false)])
    func aSignatureHasItsTime(seconds: Int, isTaken: Bool) {
        let refusal = refusal(of: event, signature, at: 1_800_000_000 + seconds)
        #expect((refusal == nil) == isTaken)
        if !isTaken { #expect(refusal?.contains("\(abs(seconds)) seconds") == true) }
    }

    @Test func whatWasChangedIsForged() {
        let forged = "the signature is not that of this body under this secret"
        #expect(refusal(of: event + " ", signature) == forged)
        #expect(refusal(of: event.replacing("true", with: "null"), signature) == forged)
        #expect(refusal(of: event, signature.replacing("t=18", with: "t=17")) == forged)
        #expect(refusal(of: event, signature.dropLast() + "1") == forged)
        #expect(refusal(of: event, WebhookSignature(of: Array(event.utf8), at: 1_800_000_000, secret: "another").text) == forged)
    }

    @Test func oneOfSeveralCodesIsEnough() {
        let other = "v1=\(zeros)"
        #expect(refusal(of: event, signature + "," + other) == nil)
        #expect(refusal(of: event, other + "," + signature + ",v2=x") == nil)
    }

    @Test(arguments: [
        "", "t=1800000000", "v1=98ef", "t=1800000000,v1=", "t=now,v1=\(zeros)", "t=99999999999999999999,v1=\(zeros)", "t=-1,v1=\(zeros)",
        "t=1,v1=g\(zeros.dropLast())", "t=1" + String(repeating: ",v1=\(zeros)", count: 9),
    ])
    func whatIsNoSignatureIsMalformed(signature: String) {
        #expect(refusal(of: event, signature) == "the field CloudFlow-Signature is not t=<unix seconds>,v1=<64 hexadecimal digits>")
    }

    @Test func whatIsUnsignedIsRefused() {
        #expect(refusal(of: event, nil) == "the field CloudFlow-Signature is missing")
    }

    @Test func aRefusalHoldsNeitherSecretNorBody() {
        let body = #"{"type":"event","pan":"4111111111111111"}"#
        let signed = WebhookSignature(of: Array(body.utf8), at: 1_800_000_000, secret: secret).text
        let text = refusal(of: body, signed) ?? ""
        #expect(text.hasPrefix("the body is no message"))
        #expect(!text.contains("4111"))
        #expect(!"\(verifier(at: 0))".contains(secret.value))
    }

    private var signature: String { WebhookSignature(of: Array(event.utf8), at: 1_800_000_000, secret: secret).text }

    private func verifier(at time: Int) -> WebhookVerifier {
        WebhookVerifier(secret: secret, now: { Date(timeIntervalSince1970: TimeInterval(time)) })
    }

    private func refusal(of body: String, _ signature: String?, at time: Int = 1_800_000_000) -> String? {
        do throws(WebhookRefusal) {
            _ = try verifier(at: time).message(in: Array(body.utf8), signature: signature)
            return nil
        } catch {
            return error.description
        }
    }
}
