extension JSONWriter {
    /// Writes objects as one that has the members of them all, in the order of their names. Of members of the same name the last one
    /// counts, and a part that is no object takes the place of all others.
    public mutating func parts(_ parts: (any JSONWritable)?...) {
        var members: [String: JSONValue] = [:]
        for case let part? in parts {
            guard let value = try? JSONValue(encoding: part) else { return refuse() }
            guard let object = value.object else { return value.write(to: &self) }
            members.merge(object) { $1 }
        }
        members.write(to: &self)
    }
}
