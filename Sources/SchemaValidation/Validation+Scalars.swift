import CloudFlowRuntime
import SpecDocument

extension SchemaValidator.Validation {
    mutating func check(_ text: String, _ schema: Schema, at pointer: String) {
        if let format = schema.format, !format.isFormat(of: text) { refuse("format", at: pointer, "is not of the format \(format)") }
        guard let constraints = schema.constraints else { return }
        let length = text.unicodeScalars.count
        if let minimum = constraints.minLength, length < minimum { refuse("minLength", at: pointer, "is shorter than \(minimum)") }
        if let maximum = constraints.maxLength, length > maximum { refuse("maxLength", at: pointer, "is longer than \(maximum)") }
        if let pattern = constraints.pattern, Pattern(pattern)?.matches(text) == false {
            refuse("pattern", at: pointer, "doesn't match the pattern")
        }
    }

    mutating func check(number text: String, _ schema: Schema, at pointer: String) {
        guard let number = ExactNumber(text) else { return }
        if let range = schema.format?.integerRange, schema.types.contains(.integer), number < range.lowest || number > range.highest {
            refuse("format", at: pointer, "is out of the range of \(schema.format ?? "")")
        }
        guard let constraints = schema.constraints else { return }
        if let minimum = constraints.minimum.flatMap({ ExactNumber($0.text) }) {
            let isExclusive = constraints.exclusiveMinimum == .flag(true)
            if number < minimum || isExclusive && number == minimum { refuse("minimum", at: pointer, "is less than the least allowed") }
        }
        if let maximum = constraints.maximum.flatMap({ ExactNumber($0.text) }) {
            let isExclusive = constraints.exclusiveMaximum == .flag(true)
            if number > maximum || isExclusive && number == maximum { refuse("maximum", at: pointer, "is more than the most allowed") }
        }
        if case .number(let bound) = constraints.exclusiveMinimum, let bound = ExactNumber(bound.text), number <= bound {
            refuse("exclusiveMinimum", at: pointer, "is less than the least allowed")
        }
        if case .number(let bound) = constraints.exclusiveMaximum, let bound = ExactNumber(bound.text), number >= bound {
            refuse("exclusiveMaximum", at: pointer, "is more than the most allowed")
        }
        if let divisor = constraints.multipleOf.flatMap({ ExactNumber($0.text) }), number.isMultiple(of: divisor) == false {
            refuse("multipleOf", at: pointer, "is no multiple of \(divisor)")
        }
    }
}

extension String {
    /// Whether a number in JSON's notation has no fraction.
    var isWholeNumber: Bool { ExactNumber(self)?.isMultiple(of: 1) == true }

    /// Whether a text has the format of this name. What no rule is known for accepts everything.
    fileprivate func isFormat(of text: String) -> Bool {
        switch self {
        case "date-time": DateTime.isWellFormed(text)
        case "date": CalendarDate.isWellFormed(text)
        case "time": TimeOfDay.isWellFormed(text)
        case "duration": ISODuration.isWellFormed(text)
        case "uuid": UUIDText.isWellFormed(text)
        case "byte": Base64Bytes.isWellFormed(text)
        case "uri", "url": StringFormat.uri.accepts(text)
        case "uri-reference": StringFormat.uriReference.accepts(text)
        case "uri-template": StringFormat.uriTemplate.accepts(text)
        case "email": StringFormat.email.accepts(text)
        case "hostname": StringFormat.hostname.accepts(text)
        case "ipv4": StringFormat.ipv4.accepts(text)
        case "ipv6": StringFormat.ipv6.accepts(text)
        case "json-pointer": StringFormat.jsonPointer.accepts(text)
        case "relative-json-pointer": StringFormat.relativeJSONPointer.accepts(text)
        case "regex": StringFormat.regex.accepts(text)
        default: true
        }
    }

    /// The numbers that an integer of this format may be.
    fileprivate var integerRange: (lowest: ExactNumber, highest: ExactNumber)? {
        switch self {
        case "int32": (ExactNumber(Int32.min), ExactNumber(Int32.max))
        case "int64": (ExactNumber(Int64.min), ExactNumber(Int64.max))
        case "uint32": (0, ExactNumber(UInt32.max))
        case "uint64": (0, ExactNumber(UInt64.max))
        default: narrowIntegers.map { (ExactNumber($0.lowerBound), ExactNumber($0.upperBound)) }
        }
    }

    /// The integers of a format of this name that has less than 32 bits.
    public var narrowIntegers: ClosedRange<Int>? {
        switch self {
        case "int8": -128...127
        case "int16": -32_768...32_767
        case "uint8": 0...255
        case "uint16": 0...65_535
        default: nil
        }
    }
}
