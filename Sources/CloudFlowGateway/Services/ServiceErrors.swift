import CloudFlowRuntime

/// The errors of more than one service.
extension APIError {
    static let storageFailed = APIError(.storageFailed, "the database doesn't answer")
    static let failed = APIError(.failed, "unexpected failure")
}
