import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

/// A value of an enumeration, and what a spec says about it.
struct EnumValue {
    var node: YAMLNode
    var title: String?
    var doc = DocComment()
}

extension VersionPlanner {
    /// Nil where no value of the enumeration is of its type.
    mutating func enumPlan(of schema: Schema) -> EnumPlan? {
        let named = schema.caseNames
        let values = (schema.fixedValues ?? []).enumerated().map { position, node in
            EnumValue(node: node, title: named.indices.contains(position) ? named[position] : nil)
        }
        return enumPlan(of: values, type: schema.valueTypes, isNullable: schema.isNullable)
    }

    mutating func enumPlan(of values: [EnumValue], type: [SchemaType], isNullable: Bool = false) -> EnumPlan? {
        let raw: EnumPlan.Raw =
            type == [.string] || (type.isEmpty && values.allSatisfy { $0.node.string != nil })
            ? .string
            : type == [.integer] || values.allSatisfy({ $0.node.integer != nil }) ? .integer : .value
        var names = NameScope(reserving: ["other", "table", "init", "self", "rawValue", "description", "hashValue"])
        var cases: [EnumCasePlan] = []
        var seen: Set<String> = []
        for value in values where !value.node.isNull {
            guard let text = raw.text(of: value.node) else {
                if isNullable, value.node.text == "null" {
                    warn(at: value.node.location, "null stands in quotes in 'enum'; write it without them, for which it is taken")
                    continue
                }
                let what =
                    raw == .string
                    ? "a value of a string's 'enum' is not a string; put it in quotes"
                    : value.node.schemaType == .integer
                        ? "a value of an integer's 'enum' is beyond 64 bits with a sign; make them strings"
                        : "a value of an integer's 'enum' is no integer; correct it"
                leaveOut(at: value.node.location, "\(what), or it is left out")
                continue
            }
            guard seen.insert(text).inserted else {
                leaveOut(at: value.node.location, "'\(value.node.text)' stands twice in 'enum'; the second is left out")
                continue
            }
            let wanted = value.title.map { SwiftName(member: $0) } ?? SwiftName(enumValue: value.node)
            cases.append(EnumCasePlan(wireValue: text, name: names.take(wanted, orAdding: "Value"), doc: value.doc))
        }
        return cases.isEmpty ? nil : EnumPlan(raw: raw, cases: cases)
    }
}

extension EnumPlan.Raw {
    /// What the table of an enumeration has for a value; nil where the value is of another type.
    fileprivate func text(of value: YAMLNode) -> String? {
        switch self {
        case .string: value.string
        case .integer: value.integer.map { String($0) } ?? value.double.flatMap { Int(exactly: $0) }.map { String($0) }
        case .value: value.kind == .scalar ? value.jsonText : nil
        }
    }
}

extension SwiftName {
    /// `fast`; `value2`, `valueMinus1` and `value2_5` of numbers.
    fileprivate init(enumValue node: YAMLNode) {
        if node.string != nil || node.bool != nil {
            self.init(member: node.text)
        } else {
            self.init(member: "value \(node.text.replacing("-", with: "minus ").replacing(".", with: " point "))")
        }
    }
}

extension Schema {
    /// The names that `x-enum-varnames` or `x-enumNames` gives to the values of `enum`, as widespread generators have them.
    fileprivate var caseNames: [String] {
        let given = (extensions["x-enum-varnames"] ?? extensions["x-enumNames"])?.items.compactMap(\.string) ?? []
        return given.count == enumeration?.count && Set(given).count == given.count ? given : []
    }
}
