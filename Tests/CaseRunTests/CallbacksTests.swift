import CloudFlowRuntime
import HTTPTypes
import Synchronization
import Testing

/// Keeps the prices that it is told.
private final class Receiver: CallbacksAPI.CallbackService, CallbacksAPI.WebhookService {
    private let told = Mutex<[Double]>([])

    var prices: [Double] { told.withLock { $0 } }

    func takePrice(_ input: CallbacksAPI.TakePrice) async throws(CallbacksAPI.TakePriceFailure) {
        if input.xSignature != "good" { throw .gone }
        told.withLock { $0.append(input.body.amount) }
    }
    func ended(_ input: CallbacksAPI.Ended) async throws(CallbacksAPI.EndedFailure) {}
    func newProduct(_ input: CallbacksAPI.NewProduct) async throws(CallbacksAPI.NewProductFailure) {
        told.withLock { $0.append(input.body?.amount ?? -1) }
    }
}

@Suite struct CallbacksTests {
    private let receiver = Receiver()

    @Test func callbacksGoToTheURLThatIsGiven() async throws {
        let wire = RecordingTransport(InMemoryTransport(receiver.routes(takePrice: "/hooks/price")))
        let client = CallbacksAPI.CallbackClient(transport: wire)
        try await client.takePrice(at: "https://shop.example/hooks/price?shop=7#top", xSignature: "good", body: .init(amount: 9.5))
        #expect(receiver.prices == [9.5])
        #expect(await wire.target == "/hooks/price?shop=7")
        try await client.ended(at: "https://shop.example/ended")
    }

    @Test func callbacksAreCheckedAndRefused() async throws {
        let wire = RecordingTransport(InMemoryTransport(receiver.routes(takePrice: "/")))
        let client = CallbacksAPI.CallbackClient(transport: wire)
        await #expect {
            try await client.takePrice(at: "https://shop.example", xSignature: "bad", body: .init(amount: 1))
        } throws: { error in
            if case .gone? = error as? CallbacksAPI.TakePriceFailure { true } else { false }
        }
        await #expect {
            try await client.takePrice(at: "not a URL", xSignature: "good", body: .init(amount: 1))
        } throws: { error in
            if case .failed(let failure)? = error as? CallbacksAPI.TakePriceFailure { failure.delivery == .never } else { false }
        }
        #expect(receiver.prices.isEmpty)
    }

    @Test func webhooksAreServed() async throws {
        let client = CallbacksAPI.WebhookClient(transport: InMemoryTransport(receiver.routes(newProduct: "/new")))
        try await client.newProduct(at: "http://shop.example/new", body: .init(amount: 2))
        #expect(receiver.prices == [2])
    }
}
