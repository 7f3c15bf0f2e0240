/// What has become of the day on which something deprecated goes (`x-sunset`).
struct SunsetChange {
    enum Kind {
        case added, removed, earlier, later, invalid
        /// It is new, and that day is over.
        case over
    }

    var kind: Kind
    var text: String

    /// `nil` if nothing has changed that matters.
    init?(from was: String?, to now: String?, isDeprecated: Bool, today: String) {
        if was == now { return nil }
        if let now, !now.isDate {
            self.init(.invalid, "x-sunset is '\(now)'")
            return
        }
        switch (was, now) {
        case (let was?, let now?): self.init(now < was ? .earlier : .later, "x-sunset went from \(was) to \(now)")
        case (nil, let now?) where now < today: self.init(.over, "it was to go on \(now), which is over")
        case (nil, let now?): self.init(.added, "it goes on \(now)")
        case (let was?, nil) where isDeprecated: self.init(.removed, "x-sunset was \(was)")
        default: return nil
        }
    }

    private init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
}

/// What has become of how much something can be relied on (`x-stability-level`).
struct StabilityChange {
    enum Kind { case decreased, increased, unknown }

    var kind: Kind
    var text: String

    private static let levels = ["draft", "alpha", "beta", "stable"]

    /// `nil` if nothing has changed. What says nothing is as stable as anything.
    init?(from old: String?, to new: String?) {
        let (was, now) = (old ?? "stable", new ?? "stable")
        guard was != now else { return nil }
        text = "x-stability-level went from \(was) to \(now)"
        switch (Self.levels.firstIndex(of: was), Self.levels.firstIndex(of: now)) {
        case (let was?, let now?): kind = now < was ? .decreased : .increased
        case (nil, _?): kind = .increased
        default: kind = .unknown
        }
    }
}
