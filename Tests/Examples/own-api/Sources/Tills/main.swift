import CloudFlowRuntime
import CloudFlowServerTransport

struct Shop: TillsAPI.Service {
    let count: Int

    func getTill(_ input: TillsAPI.GetTill) async throws(TillsAPI.GetTillFailure) -> TillsAPI.Till {
        guard input.number <= count else { throw .notFound }
        return TillsAPI.Till(number: input.number, open: input.number == 1)
    }
}

let port = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 8080
try await HummingbirdTransport(port: port).serve(Router(Shop(count: 3).routes()))
