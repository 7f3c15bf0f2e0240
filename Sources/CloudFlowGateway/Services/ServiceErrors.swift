import CloudFlowRuntime

/// The errors of more than one service.
extension APIError {
    static let storageFailed = APIError(.storageFailed, "the database doesn't answer")
    static let unknownDevice = APIError(.notFound, "there is no such device; reference ids are case sensitive")
    static let failed = APIError(.failed, "unexpected failure")
}
