import CloudFlowClientAPI
import CloudFlowRuntime
import Foundation

/// Reads and writes one document both ways, and prints a line for each direction.
func compare<Model: JSONModel, Peer: Codable>(_ name: String, _ document: [UInt8], _: Model.Type, _: Peer.Type) throws {
    let data = Data(document)
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    let model = try Model(json: document)
    let peer = try decoder.decode(Peer.self, from: data)

    try report(
        "\(name) decode",
        Comparison(
            ours: { try withExtendedLifetime(Model(json: document)) { document.count } },
            theirs: { try withExtendedLifetime(decoder.decode(Peer.self, from: data)) { data.count } }
        )
    )
    try report("\(name) encode", Comparison(ours: { try model.json().count }, theirs: { try encoder.encode(peer).count }))
}

func report(_ name: String, _ comparison: Comparison) {
    let columns = [comparison.ours, comparison.theirs].map { String(format: "%12.0f ns", $0) }
    let ratio = String(format: "%6.1f x", comparison.theirs / comparison.ours)
    let checksum = String(UInt(bitPattern: comparison.checksum), radix: 16)
    print(name.padding(toLength: 32, withPad: " ", startingAt: 0), columns[0], columns[1], ratio, checksum, separator: "  ")
}

print("JSON: processor time of one document, medians; ours, Foundation's, ratio, checksum")
try compare(
    "ConnectionCredentials",
    Documents.connectionCredentials,
    ClientV1_0.ConnectionCredentials.self,
    Codables.ConnectionCredentials.self
)
try compare("1,000 devices", Documents.devices, [ClientV1_0.Device].self, [Codables.Device].self)
try compare("ApiError", Documents.apiError, APIError.self, Codables.APIError.self)
