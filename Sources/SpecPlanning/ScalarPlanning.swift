import SpecDocument
import SwiftText

extension Schema {
    /// The narrowest type of Swift that holds all integers that the format and the bounds let through.
    var integerType: SwiftType {
        switch format {
        case "int32": return .int32
        case "uint32": return .uint32
        case "uint64": return .uint64
        case "int64": return .int64
        default: break
        }
        guard let maximum = constraints?.maximum, maximum.int == nil, maximum.double > 0 else {
            return constraints?.minimum.map { $0.int == nil && $0.double < 0 } == true ? .exactNumber : .int
        }
        let isUnsigned = constraints?.minimum.map { $0.double >= 0 } ?? false
        return isUnsigned && UInt64(maximum.text) != nil ? .uint64 : maximum.double > 1e19 ? .exactNumber : .int
    }

    var numberType: SwiftType {
        switch format {
        case "float": .float
        case "int32": .int32
        case "int64": .int64
        case "decimal", "decimal128", "bigdecimal", "big-decimal": .exactNumber
        default: .double
        }
    }

    var stringType: SwiftType {
        if applicators?.contentEncoding?.lowercased() == "base64" || applicators?.contentEncoding?.lowercased() == "base64url" {
            return .runtime("Base64Bytes")
        }
        return format.flatMap { stringTypes[$0] } ?? .string
    }

    /// The runtime's check of a format that has no type of its own.
    var checkedFormat: SwiftName? { format.flatMap { checkedFormats[$0] } }
}

extension SwiftType {
    static var exactNumber: SwiftType { .runtime("ExactNumber") }
}

private let stringTypes: [String: SwiftType] = [
    "date-time": .runtime("DateTime"), "date": .runtime("CalendarDate"), "time": .runtime("TimeOfDay"),
    "duration": .runtime("ISODuration"), "uuid": .runtime("UUIDText"), "uri": .runtime("URIText"), "url": .runtime("URIText"),
    "uri-reference": .runtime("URIText"), "byte": .runtime("Base64Bytes"), "base64": .runtime("Base64Bytes"),
    "base64url": .runtime("Base64Bytes"), "password": .runtime("Secret"), "decimal": .runtime("DecimalText"),
]

private let checkedFormats: [String: SwiftName] = [
    "email": "email", "hostname": "hostname", "ipv4": "ipv4", "ipv6": "ipv6", "uri-template": "uriTemplate",
    "json-pointer": "jsonPointer", "relative-json-pointer": "relativeJSONPointer", "regex": "regex",
]
