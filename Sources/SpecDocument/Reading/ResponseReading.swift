import SpecYAML

extension Responses: ObjectReadable {
    static let noun = "responses object"

    init?(reading object: inout ObjectReader) {
        self.init(reading: &object) { Referenced<Response>.read($0, in: $1) }
    }

    init(reading object: inout ObjectReader, each read: (YAMLNode, ReadingContext) -> Referenced<Response>?) {
        self.init(location: object.location)
        extensions = object.extensions()
        for entry in object.remaining() {
            guard let status = ResponseStatus(entry.key, object.context),
                let response = read(entry.value, object.context)
            else { continue }
            if let other = byStatus.entry(status) {
                object.context.leaveOut(
                    at: entry.key.location,
                    "the status \(status) is already at \(other.location); keep one, for that one is left out"
                )
            }
            byStatus.append(.init(key: status, location: entry.key.location, value: response))
        }
    }
}

extension ResponseStatus {
    /// Reads `200`, `4XX` or `default`.
    init?(_ key: YAMLNode, _ context: ReadingContext) {
        let text = key.text
        let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        if text == "default" {
            self = .default
        } else if text.utf8.count == 3, digits == 3, let code = Int(text), (100...599).contains(code) {
            self = .code(code)
        } else if text.utf8.count == 3, digits == 1, let hundreds = Int(text.prefix(1)), (1...5).contains(hundreds),
            text.dropFirst().uppercased() == "XX"
        {
            if text.dropFirst() != "XX" {
                context.warning(at: key.location, "the range of statuses '\(text)' must be in upper case; write '\(hundreds)XX'")
            }
            self = .range(hundreds)
        } else if text.lowercased() == "default" {
            context.warning(at: key.location, "'\(text)' must be in lower case; write 'default'")
            self = .default
        } else {
            context.leaveOut(at: key.location, "'\(text)' is no status; use 100 to 599, '4XX' or 'default', for this response is left out")
            return nil
        }
    }
}

extension Response: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        if let swagger2 = object.context.swagger2 {
            self.init(readingSwagger2: &object, produces: swagger2.produces ?? [])
            return
        }
        self.init(location: object.location)
        if let text = object.string("description") {
            description = text
        } else if object.context.version?.minor ?? 0 < 2 {
            object.missing("description")
        }
        summary = object.string("summary")
        headers = object.map("headers")
        content = object.map("content")
        links = object.map("links")
        extensions = object.extensions()
    }
}

extension Link: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        operationRef = object.string("operationRef")
        operationId = object.string("operationId")
        parameters = object.map("parameters")
        requestBody = object.node("requestBody")
        description = object.string("description")
        server = object.read("server")
        extensions = object.extensions()
    }
}

extension Example: ObjectReadable {
    init?(reading object: inout ObjectReader) {
        self.init(location: object.location)
        summary = object.string("summary")
        description = object.string("description")
        value = object.node("value")
        externalValue = object.string("externalValue")
        dataValue = object.node("dataValue")
        serializedValue = object.string("serializedValue")
        extensions = object.extensions()
    }
}
