/// The same documents for Foundation, with what the compiler synthesizes.
enum Codables {
    enum ConnectionType: String, Codable {
        case websocket
    }

    enum TokenType: String, Codable {
        case jwt
    }

    struct ConnectionCredentials: Codable {
        let connectionType: ConnectionType
        let connectionUrl: String
        let tokenType: TokenType
        let accessToken: String
    }

    struct Device: Codable {
        let clientAccountId: String
        let referenceId: String
        let serialNumber: String
        let model: String
        let name: String?
        let location: String?
    }

    struct APIError: Codable {
        let errorCode: String
        let errorMessage: String
    }
}
