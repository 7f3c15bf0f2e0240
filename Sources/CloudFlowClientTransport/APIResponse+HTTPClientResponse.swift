import AsyncHTTPClient
import CloudFlowRuntime
import HTTPTypes
import NIOCore
import NIOHTTP1

extension APIResponse {
    init(_ response: HTTPClientResponse, to method: HTTPRequest.Method) {
        var fields = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let status = HTTPResponse.Status(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase)
        let isBodiless = method == .head || status.code == 204 || status.code == 304
        let length = isBodiless ? 0 : fields[.contentLength].flatMap { Int($0) }
        self.init(
            HTTPResponse(status: status, headerFields: fields),
            body: isBodiless ? Body() : Body(stream: response.body.map { Array(buffer: $0) }, length: length)
        )
    }
}
