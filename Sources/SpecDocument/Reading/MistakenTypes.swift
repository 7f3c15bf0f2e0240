extension SchemaType {
    /// What is meant by a type that JSON Schema does not know, but other languages do, and its format.
    static func meant(by text: String) -> (type: SchemaType, format: String?)? {
        let name = text.lowercased()
        if let type = SchemaType(rawValue: name) { return (type, nil) }
        return switch name {
        case "int", "short", "byte", "uint", "int8", "int16", "uint8", "uint16": (.integer, nil)
        case "int32", "int64", "uint32", "uint64": (.integer, name)
        case "long", "bigint": (.integer, "int64")
        case "float", "double", "decimal": (.number, name)
        case "float32": (.number, "float")
        case "float64": (.number, "double")
        case "numeric": (.number, nil)
        case "bool": (.boolean, nil)
        case "str", "text", "char", "enum": (.string, nil)
        case "date", "date-time", "time", "uuid", "uri", "password": (.string, name)
        case "datetime", "timestamp": (.string, "date-time")
        case "file", "binary", "blob": (.string, "binary")
        case "list", "set": (.array, nil)
        case "dict", "map", "hash", "struct": (.object, nil)
        default: nil
        }
    }
}
