import SchemaValidation
import SpecDocument

/// Values as XML, by what schemas say of it.
struct XMLText {
    let document: Document

    func document(_ value: SchemaValue, _ schema: Referenced<Schema>?) -> String {
        let name = schema.flatMap { $0.reference?.text.split(separator: "/").last.map(String.init) }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(value, schema, named: name ?? "value")
    }

    private func element(_ value: SchemaValue, _ schema: Referenced<Schema>?, named fallback: String) -> String {
        let schema = schema.flatMap { try? document.resolve($0) }
        let name = (schema?.xml?.name ?? fallback).xmlName
        switch value {
        case .object(let members):
            var attributes = ""
            var content = ""
            for member in members {
                let property = schema?.properties[member.name]
                let xml = property.flatMap { try? document.resolve($0) }?.xml
                if xml?.attribute == true {
                    attributes += " \((xml?.name ?? member.name).xmlName)=\"\(member.value.plainText.xmlEscaped)\""
                } else if case .array(let items) = member.value {
                    content += list(items, property, named: member.name)
                } else {
                    content += element(member.value, property, named: member.name)
                }
            }
            return "<\(name)\(attributes)>\(content)</\(name)>"
        case .array(let items): return "<\(name)>\(items.map { element($0, schema?.items, named: "item") }.joined())</\(name)>"
        case .null: return "<\(name)/>"
        default: return "<\(name)>\(value.plainText.xmlEscaped)</\(name)>"
        }
    }

    private func list(_ items: [SchemaValue], _ referenced: Referenced<Schema>?, named name: String) -> String {
        let schema = referenced.flatMap { try? document.resolve($0) }
        let elements = items.map { element($0, schema?.items, named: name) }.joined()
        guard schema?.xml?.wrapped == true else { return elements }
        let wrapper = (schema?.xml?.name ?? name).xmlName
        return "<\(wrapper)>\(elements)</\(wrapper)>"
    }
}

extension String {
    fileprivate var xmlEscaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// As the name of an element.
    fileprivate var xmlName: String {
        let name = String(map { $0.isLetter || $0.isNumber || "-_.:".contains($0) ? $0 : "_" })
        return name.first.map { $0.isLetter || $0 == "_" } == true ? name : "_" + name
    }
}
