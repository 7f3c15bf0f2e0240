/// Posts the items of requests to their callbacks, in order for each request, and tells the hub what was taken.
protocol CallbackPoster: Sendable {
    /// There are items that the callback has not acknowledged.
    func post(_ key: RelayKey)
}
