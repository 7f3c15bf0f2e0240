import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

/// What a parameter holds, and how it is put into text.
struct ParameterContent {
    var type: SwiftType
    var coding: ParameterPlan.Coding
    /// What says so; nil where any text will do.
    var schema: Schema?
    var takesTheRest = false
}

extension VersionPlanner {
    /// Nil where its schema leads nowhere, which has been reported.
    mutating func valuePlan(of parameter: Parameter, at typeName: SwiftName) throws(Unplanned) -> ParameterContent? {
        if let content = parameter.format.content.first { return try contentPlan(of: parameter, content, at: typeName) }
        guard let schema = parameter.format.schema else { return ParameterContent(type: .string, coding: .plain) }
        guard let described = schema.inline ?? lookUp(schema), let type = self.type(of: schema, at: typeName)?.value else { return nil }
        let style = parameter.style
        let explode = parameter.format.explode ?? style.explodesByDefault
        return ParameterContent(
            type: type,
            coding: coding(of: parameter, as: type, style),
            schema: described,
            takesTheRest: parameter.place != .header && style == .form && explode && isObject(described)
        )
    }

    private mutating func coding(of parameter: Parameter, as type: SwiftType, _ style: ValueFormat.Style) -> ParameterPlan.Coding {
        let format = parameter.format
        let isUsual = style == .simple || style == .form || style == .deepObject
        if isPlainText(type), isUsual, !format.allowReserved {
            return parameter.allowEmptyValue && parameter.place == .query && !parameter.required ? .plainOrEmpty : .plain
        }
        let explode = format.explode == style.explodesByDefault || style == .deepObject ? nil : format.explode
        return .styled(SwiftName(style), explode: explode, allowsReserved: format.allowReserved && parameter.place != .header)
    }

    private mutating func contentPlan(
        of parameter: Parameter,
        _ content: OrderedMap<String, Referenced<MediaType>>.Entry,
        at typeName: SwiftName
    ) throws(Unplanned) -> ParameterContent? {
        guard let media = lookUp(content.value) else { return nil }
        let isForm = content.key.essence == "application/x-www-form-urlencoded"
        guard content.key.isJSONMediaType || isForm || content.key.hasPrefix("text/") else {
            throw Unplanned(
                at: content.location,
                "the parameter '\(parameter.name)' as '\(content.key)' can't be generated, but JSON, text and a form can"
            )
        }
        if content.key.hasPrefix("text/") { return ParameterContent(type: .string, coding: .plain) }
        let type = media.schema.flatMap { self.type(of: $0, at: typeName)?.spelt } ?? SwiftType.json
        let schema = media.schema.flatMap { $0.inline ?? lookUp($0) }
        if isForm, parameter.place == .querystring {
            if let encoding = media.encoding.first {
                note(at: encoding.location, "'encoding' of a query string is not followed; its members are written in the style 'form'")
            }
            return ParameterContent(
                type: type,
                coding: .styled("form", explode: nil, allowsReserved: false),
                schema: schema,
                takesTheRest: true
            )
        }
        return ParameterContent(type: type, coding: parameter.place == .querystring ? .wholeQuery : .json, schema: schema)
    }

    /// Whether values of the type are one text each, as the runtime's `ParameterValue` has it.
    func isPlainText(_ type: SwiftType) -> Bool {
        switch type {
        case .string, .bool, .int, .int32, .int64, .uint32, .uint64, .double, .float: return true
        case .runtime(let name): return name != "MultipartPart"
        case .named(let name):
            guard let model = models.first(where: { $0.name == name }) else { return false }
            return switch model.shape {
            case .enumeration: true
            case .alias(let type): isPlainText(type)
            default: false
            }
        default: return false
        }
    }

    private mutating func isObject(_ schema: Schema) -> Bool {
        kinds(of: settled(schema)).contains(.object)
    }
}

extension SwiftName {
    /// The case of the runtime's `ParameterStyle`.
    init(_ style: ValueFormat.Style) {
        self =
            switch style {
            case .matrix: "matrix"
            case .label: "label"
            case .form: "form"
            case .simple: "simple"
            case .spaceDelimited: "spaceDelimited"
            case .pipeDelimited: "pipeDelimited"
            case .deepObject: "deepObject"
            case .cookie: "cookie"
            }
    }
}
