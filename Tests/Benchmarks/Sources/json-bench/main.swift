import CloudFlowRuntime
import Foundation

/// Reads and writes one document both ways, and prints a line for each direction.
func compare<Model: JSONModel, Peer: Codable>(_ name: String, _ document: [UInt8], _: Model.Type, _: Peer.Type) throws {
    let data = Data(document)
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    let model = try Model(json: document)
    let peer = try decoder.decode(Peer.self, from: data)

    let ours = try measure { try withExtendedLifetime(Model(json: document)) { document.count } }
    let theirs = try measure { try withExtendedLifetime(decoder.decode(Peer.self, from: data)) { document.count } }
    report("\(name) decode", ours, theirs)

    let oursWriting = try measure { try model.json().count }
    let theirsWriting = try measure { try encoder.encode(peer).count }
    report("\(name) encode", oursWriting, theirsWriting)
}

func report(_ name: String, _ ours: (nanoseconds: Double, checksum: Int), _ theirs: (nanoseconds: Double, checksum: Int)) {
    let columns = [ours.nanoseconds, theirs.nanoseconds].map { String(format: "%12.0f ns", $0) }
    let ratio = String(format: "%6.1f x", theirs.nanoseconds / ours.nanoseconds)
    let checksum = String(UInt(bitPattern: ours.checksum ^ theirs.checksum), radix: 16)
    print(name.padding(toLength: 32, withPad: " ", startingAt: 0), columns[0], columns[1], ratio, checksum, separator: "  ")
}

print("JSON: processor time of one document, medians; ours, Foundation's, ratio, checksum")
try compare("ConnectionCredentials", Documents.connectionCredentials, ConnectionCredentials.self, Codables.ConnectionCredentials.self)
try compare("1,000 devices", Documents.devices, [Device].self, [Codables.Device].self)
try compare("ApiError", Documents.apiError, APIError.self, Codables.APIError.self)
