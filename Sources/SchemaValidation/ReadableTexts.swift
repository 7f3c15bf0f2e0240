import CloudFlowRuntime

extension String {
    /// Whether it is a regular expression that the runtime reads, and so can check.
    public var isReadablePattern: Bool { Pattern(self) != nil }

    /// Whether it is well-formed as one of the runtime's formats; what no rule is known for accepts everything.
    ///
    /// - Parameter type: the name of the format's type, as `CalendarDate`.
    public func isWellFormed(as type: String) -> Bool {
        switch type {
        case "DateTime": DateTime.isWellFormed(self)
        case "CalendarDate": CalendarDate.isWellFormed(self)
        case "TimeOfDay": TimeOfDay.isWellFormed(self)
        case "ISODuration": ISODuration.isWellFormed(self)
        case "UUIDText": UUIDText.isWellFormed(self)
        case "URIText": URIText.isWellFormed(self)
        case "Base64Bytes": Base64Bytes.isWellFormed(self)
        default: true
        }
    }
}
