import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    mutating func successPlan(of entry: OrderedMap<HTTPMethod, Operation>.Entry, for typeName: SwiftName) -> SuccessPlan {
        let successes = entry.value.successes
        if successes.isEmpty {
            let none = AnswerPlan(contents: ContentsPlan([], choice: nil))
            return SuccessPlan([AnswerCasePlan(status: .code(200), name: "ok", answer: none, doc: DocComment())], choice: nil)
        }
        let output = typeName.adding("Output")
        let choice = successes.count > 1 ? scope.take(output, orAdding: "Choice") : nil
        var names = NameScope(reserving: ["init", "self"])
        var cases: [AnswerCasePlan] = []
        for success in successes {
            guard let response = lookUp(success.value) else { continue }
            let name = names.take(SwiftName(success.key), orAdding: "Answer")
            let answer = answerPlan(
                of: success.value,
                success.key,
                method: entry.key,
                named: choice == nil ? output : typeName.adding(SwiftName(type: name.text))
            )
            cases.append(AnswerCasePlan(status: .init(success.key), name: name, answer: answer, doc: doc(of: success.key, response)))
        }
        return SuccessPlan(cases, choice: choice)
    }

    /// - Parameter success: of the same operation. Where `default` is all there is, it is both.
    mutating func failurePlan(
        of entry: OrderedMap<HTTPMethod, Operation>.Entry,
        besides success: SuccessPlan,
        for typeName: SwiftName
    ) -> FailurePlan {
        var names = NameScope(reserving: ["other", "undocumented", "failed", "init", "self", "apiError", "description"])
        var cases: [AnswerCasePlan] = []
        var fallback: AnswerCasePlan?
        let successes = Set(entry.value.successes.map(\.key))
        for failure in entry.value.responses.byStatus where !successes.contains(failure.key) || failure.key == .default {
            if failure.key == .code(101), entry.value.webSocket != nil { continue }
            guard let response = lookUp(failure.value) else { continue }
            if failure.key == .default {
                let answer =
                    successes.contains(.default)
                    ? success.cases[0].answer
                    : answerPlan(of: failure.value, .default, method: entry.key, named: typeName.adding("Other"))
                fallback = AnswerCasePlan(
                    status: .any,
                    name: "other",
                    answer: answer,
                    doc: DocComment("Any other status. \(response.description)")
                )
                continue
            }
            var wanted = SwiftName(failure.key)
            if case .code(let code) = failure.key, let chosen = source.naming.failures[code] { wanted = chosen }
            let name = names.take(wanted, orAdding: "Failure")
            let answer = answerPlan(of: failure.value, failure.key, method: entry.key, named: typeName.adding(SwiftName(type: name.text)))
            cases.append(AnswerCasePlan(status: .init(failure.key), name: name, answer: answer, doc: doc(of: failure.key, response)))
        }
        return FailurePlan(
            typeName: scope.take(typeName.adding("Failure")),
            cases: cases.sorted { $0.status.order < $1.status.order },
            fallback: fallback
        )
    }

    private mutating func answerPlan(
        of referenced: Referenced<Response>,
        _ status: ResponseStatus,
        method: HTTPMethod,
        named name: SwiftName
    ) -> AnswerPlan {
        guard let response = lookUp(referenced) else { return AnswerPlan(contents: ContentsPlan([], choice: nil)) }
        var hasBody = method != .head
        if case .code(let code) = status, code.forbidsBody {
            if let content = response.content.first {
                leaveOut(at: content.location, "an answer with the status \(code) can't have a body; remove 'content', which is left out")
            }
            hasBody = false
        }
        guard hasBody, case .reference(let reference) = referenced, let component = responseName(of: reference) else {
            return answerPlan(of: response, hasBody: hasBody, named: name)
        }
        if let plan = sharedAnswers[component] { return plan }
        var plan = answerPlan(of: response, hasBody: true, named: SwiftName(type: component).adding("Response"))
        plan.isShared = true
        sharedAnswers[component] = plan
        return plan
    }

    private mutating func answerPlan(of response: Response, hasBody: Bool, named name: SwiftName) -> AnswerPlan {
        let headers = response.headers.filter { $0.key.lowercased() != "content-type" }
        let structure = headers.isEmpty ? nil : scope.take(name, orAdding: "Answer")
        var contents = ContentsPlan([], choice: nil)
        if hasBody {
            let inner = structure == nil ? name : name.adding("Body")
            contents = contentsPlan(of: response.content, at: inner, choice: inner)
        }
        guard let structure else { return AnswerPlan(contents: contents) }
        var names = NameScope(reserving: [AnswerPlan.bodyName, "init", "self", "write"])
        let plans = headers.compactMap { headerPlan($0, at: structure, in: &names) }
        if plans.isEmpty {
            scope.giveBack(structure)
            return AnswerPlan(contents: contents)
        }
        return AnswerPlan(contents: contents, headers: plans, structure: structure)
    }

    mutating func headerPlan(
        _ entry: OrderedMap<String, Referenced<Header>>.Entry,
        at structure: SwiftName,
        in names: inout NameScope
    ) -> HeaderPlan? {
        guard let header = lookUp(entry.value) else { return nil }
        guard entry.key.isHTTPToken else {
            leaveOut(
                at: entry.location,
                "'\(entry.key)' can't be the name of a header field; use letters, digits and '-', or it is left out"
            )
            return nil
        }
        var type = SwiftType.string
        var coding = HeaderPlan.Coding.plain
        let place = structure.adding(SwiftName(type: entry.key))
        if let content = header.format.content.first, let media = lookUp(content.value) {
            if content.key.isJSONMediaType {
                type = media.schema.flatMap { self.type(of: $0, at: place)?.value } ?? .json
                coding = .json
            }
        } else if let schema = header.format.schema, let planned = self.type(of: schema, at: place) {
            type = planned.value
            if !isPlainText(type) { coding = .styled(explode: header.explode) }
        }
        return HeaderPlan(
            wireName: entry.key,
            name: names.take(SwiftName(member: entry.key), orAdding: "Field"),
            type: type,
            coding: coding,
            isRequired: header.required,
            doc: DocComment(header.description, header.deprecated ? "Deprecated." : nil)
        )
    }

    private func doc(of status: ResponseStatus, _ response: Response) -> DocComment {
        DocComment("\(status). \(response.description)")
    }
}

extension Operation {
    /// The answers of success. Where none has a status for it, `default` is the one, or else what is no error.
    fileprivate var successes: [OrderedMap<ResponseStatus, Referenced<Response>>.Entry] {
        // Its success is the websocket, whatever the answers say.
        if webSocket != nil { return [] }
        let answers = responses.byStatus
        let usual = answers.filter { $0.key.hundreds == 2 }.sorted { $0.key.order < $1.key.order }
        if !usual.isEmpty { return usual }
        if let fallback = answers.first(where: { $0.key == .default }) { return [fallback] }
        return answers.filter { $0.key.hundreds.map { $0 < 4 } ?? false }.sorted { $0.key.order < $1.key.order }
    }
}

extension ResponseStatus {
    fileprivate var hundreds: Int? {
        switch self {
        case .code(let code): code / 100
        case .range(let hundreds): hundreds
        case .default: nil
        }
    }

    fileprivate var order: Int { AnswerCasePlan.Status(self).order }
}

extension AnswerCasePlan.Status {
    fileprivate init(_ status: ResponseStatus) {
        self =
            switch status {
            case .code(let code): .code(code)
            case .range(let hundreds): .range(hundreds)
            case .default: .any
            }
    }

    /// A code comes before the range that it is in.
    fileprivate var order: Int {
        switch self {
        case .code(let code): code
        case .range(let hundreds): hundreds * 100 + 1_000
        case .any: .max
        }
    }
}

extension Int {
    /// Whether answers of this status end with their head (RFC 9110, section 6.4.1).
    fileprivate var forbidsBody: Bool { self < 200 || self == 204 || self == 205 || self == 304 }
}
