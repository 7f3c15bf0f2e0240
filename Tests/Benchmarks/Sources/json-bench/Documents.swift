/// The three documents; their members come in the order of the specification.
enum Documents {
    /// About 380 bytes, most of them the token.
    static let connectionCredentials = Array(
        """
        {"connectionType":"websocket","connectionUrl":"wss://cloudflow.example.com/client/1.1/socket","tokenType":"jwt",\
        "accessToken":"\(token)"}
        """.utf8
    )

    /// About 200 kB.
    static let devices = Array("[\((0..<1_000).map(device).joined(separator: ","))]".utf8)

    /// The message holds escaped quotes and a character outside ASCII.
    static let apiError = Array(
        #"{"errorMessage":"There is no device \"42\" in your account – check its reference.","errorCode":"notFound"}"#.utf8
    )

    /// Shaped like a JSON web token of 250 characters; it signs nothing.
    private static let token = [36, 170, 42].map { String(repeating: "eyJhbGciOiJFUzI1NiJ9", count: 9).prefix($0) }.joined(separator: ".")

    private static func device(_ number: Int) -> String {
        """
        {"clientAccountId":"account-\(number % 7)","referenceId":"terminal-\(10_000 + number)","serialNumber":"SN-\(90_000_000 + number * 17)",\
        "model":"A920Pro","name":"Till \(number % 40)","location":"Store \(number / 40), ground floor, Main Street"}
        """
    }
}
