import HTTPTypes

extension HTTPFields {
    /// A field as it stands in the header of a part.
    var partLines: String { map { "\($0.name.rawName): \($0.value)\r\n" }.joined() }
}

extension MultipartPart {
    /// A part with the header that came before it.
    init(_ header: HTTPFields, body: Body) {
        let disposition = header[.contentDisposition].map { fieldParameters($0[...].drop { $0 != ";" }) } ?? []
        let values = Dictionary(disposition.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        var fields = header
        fields[.contentDisposition] = nil
        fields[.contentType] = nil
        self.init(
            body,
            name: values["name"]?.unescapedName,
            filename: values["filename*"].flatMap(decodedExtendedValue) ?? values["filename"]?.unescapedName,
            contentType: header[.contentType].flatMap(MediaType.init),
            fields: fields
        )
    }

    /// The lines before the part's bytes.
    ///
    /// - Parameter isForm: whether the part is one of a form, which has names.
    func header(isForm: Bool) -> String {
        var header = HTTPFields()
        if isForm || name != nil || filename != nil {
            var disposition = isForm ? "form-data" : "attachment"
            if let name { disposition += "; name=\"\(name.escapedName)\"" }
            if let filename { disposition += "; filename=\"\(filename.escapedName)\"" }
            header[.contentDisposition] = disposition
        }
        header[.contentType] = contentType?.text ?? (filename == nil ? nil : "application/octet-stream")
        return (header + fields.filter { $0.name != .contentDisposition && $0.name != .contentType }).partLines + "\r\n"
    }
}

extension String {
    /// As the WHATWG's HTML standard escapes names in forms ("multipart form data").
    fileprivate var escapedName: String {
        replacing("\"", with: "%22").replacing("\r", with: "%0D").replacing("\n", with: "%0A").replacing("\r\n", with: "%0D%0A")
    }

    fileprivate var unescapedName: String {
        replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}

/// The text of an extended value, `UTF-8''na%C3%AFve` (RFC 8187); nil for another character set.
private func decodedExtendedValue(_ value: String) -> String? {
    let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return parts[2].percentDecoded()
}
