public import SwiftText

/// A body in one media type, or in several that are read alike.
public struct ContentPlan: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case json
        /// `application/x-www-form-urlencoded`, with what `encoding` says of its properties.
        case form([FormField])
        /// A form of parts, as an object, with the media types that `encoding` gives to its parts.
        case multipart([PartType])
        /// Parts as they are.
        case parts
        case text
        /// Bytes, streamed.
        case binary
        /// Bytes of a media type that whoever sends them chooses.
        case typedBinary
        /// JSON values, a line each.
        case lines
        /// Server-sent events.
        case events
    }

    /// A property of an urlencoded form; without a style it is JSON.
    public struct FormField: Hashable, Sendable {
        public var name: String
        public var style: SwiftName?
        public var explode: Bool?
        public var allowsReserved: Bool

        public init(name: String, style: SwiftName?, explode: Bool?, allowsReserved: Bool) {
            self.name = name
            self.style = style
            self.explode = explode
            self.allowsReserved = allowsReserved
        }
    }

    /// A part of a form, and its media type.
    public struct PartType: Hashable, Sendable {
        public var name: String
        public var mediaType: String

        public init(name: String, mediaType: String) {
            self.name = name
            self.mediaType = mediaType
        }
    }

    /// The first one is what is sent.
    public var mediaTypes: [String]
    public var kind: Kind
    public var type: SwiftType
    /// Its case among several contents.
    public var caseName: SwiftName
    /// What a server checks of it as a whole.
    public var checks: [CheckPlan]

    public init(mediaTypes: [String], kind: Kind, type: SwiftType, caseName: SwiftName, checks: [CheckPlan] = []) {
        self.mediaTypes = mediaTypes
        self.kind = kind
        self.type = type
        self.caseName = caseName
        self.checks = checks
    }
}

/// The contents that a body can have, and the enum that tells them apart where there are several.
public struct ContentsPlan: Hashable, Sendable {
    public var contents: [ContentPlan]
    public var choice: SwiftName?

    /// - Parameter choice: needed where there are several contents.
    public init(_ contents: [ContentPlan], choice: SwiftName?) {
        self.contents = contents
        self.choice = choice
    }

    /// The type of the body; nil where there is none.
    public var type: SwiftType? { choice.map { .named($0) } ?? contents.first?.type }
}

/// The body of a request.
public struct BodyPlan: Hashable, Sendable {
    public var name: SwiftName
    public var contents: ContentsPlan
    public var type: SwiftType
    public var isRequired: Bool
    /// Whether the operation keeps it on the heap.
    public var isBoxed = false
    public var doc: DocComment

    public init(name: SwiftName, contents: ContentsPlan, type: SwiftType, isRequired: Bool, doc: DocComment) {
        self.name = name
        self.contents = contents
        self.type = type
        self.isRequired = isRequired
        self.doc = doc
    }
}
