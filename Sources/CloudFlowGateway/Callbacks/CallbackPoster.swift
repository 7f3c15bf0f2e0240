/// Posts the items of requests to their callbacks, in order for each request, and tells the hub what was taken.
protocol CallbackPoster: Sendable {
    /// There are items that the callback has not acknowledged.
    func post(_ key: RelayKey)
}

/// Leaves what there is to post in the store.
struct UnpostedCallbacks: CallbackPoster {
    func post(_ key: RelayKey) {}
}
