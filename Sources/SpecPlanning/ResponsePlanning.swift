import SpecDocument
import SpecPlan
import SpecYAML
import SwiftText

extension VersionPlanner {
    mutating func successPlan(of entry: OrderedMap<HTTPMethod, Operation>.Entry, for typeName: SwiftName) -> SuccessPlan {
        let responses = entry.value.responses
        let successes = responses.byStatus.filter { $0.key.isSuccess }
        guard let first = successes.first(where: { $0.key != .range(2) }) ?? successes.first else {
            if let location = responses.location {
                warn(at: location, "there is no response of success; add one, or 200 without a body is taken for it")
            }
            return SuccessPlan(status: 200, type: nil, doc: DocComment())
        }
        for other in successes where other.key != first.key {
            warn(at: other.location, "a second response of success is not generated yet; \(other.key) arrives as undocumented")
        }
        var status = 200
        if case .code(let code) = first.key {
            status = code
        } else {
            warn(at: first.location, "a range of statuses is not generated yet; only 200 counts as success")
        }
        guard let response = lookUp(first.value) else { return SuccessPlan(status: status, type: nil, doc: DocComment()) }
        let type = responseType(of: response, status: status, method: entry.key, at: typeName.adding("Output"))
        return SuccessPlan(status: status, type: type, doc: DocComment(response.description))
    }

    mutating func failurePlan(of entry: OrderedMap<HTTPMethod, Operation>.Entry, for typeName: SwiftName) -> FailurePlan {
        var names = NameScope(reserving: ["other", "undocumented", "failed", "init", "self", "apiError", "description"])
        var cases: [FailureCasePlan] = []
        var fallback: FallbackPlan?
        for answer in entry.value.responses.byStatus where !answer.key.isSuccess {
            guard let response = lookUp(answer.value) else { continue }
            switch answer.key {
            case .code(let code):
                let name = names.take(source.naming.failures[code] ?? SwiftName(status: code), orAdding: "Failure")
                let place = typeName.adding(SwiftName(type: name.text))
                let type = responseType(of: response, status: code, method: entry.key, at: place)
                cases.append(FailureCasePlan(status: code, name: name, type: type, doc: DocComment("\(code). \(response.description)")))
            case .default:
                let type = responseType(of: response, status: nil, method: entry.key, at: typeName.adding("Other"))
                fallback = FallbackPlan(name: "other", type: type, doc: DocComment("Any other status. \(response.description)"))
            case .range:
                warn(at: answer.location, "a range of statuses is not generated yet; what comes under it is undocumented")
            }
        }
        return FailurePlan(
            typeName: scope.take(typeName.adding("Failure")),
            cases: cases.sorted { $0.status < $1.status },
            fallback: fallback
        )
    }

    /// The type of the body; nil where there is none.
    private mutating func responseType(of response: Response, status: Int?, method: HTTPMethod, at place: SwiftName) -> SwiftType? {
        for header in response.headers {
            warn(at: header.location, "headers of a response are not generated yet; '\(header.key)' is left out")
        }
        guard method != .head, status?.forbidsBody != true else {
            if let status, let content = response.content.first, status.forbidsBody {
                warn(at: content.location, "an answer with the status \(status) can't have a body; remove 'content', which is left out")
            }
            return nil
        }
        return bodyType(of: response, at: place)
    }
}

extension ResponseStatus {
    fileprivate var isSuccess: Bool {
        switch self {
        case .code(let code): (200...299).contains(code)
        case .range(let hundreds): hundreds == 2
        case .default: false
        }
    }
}

extension Int {
    /// Whether answers of this status end with their head (RFC 9110, section 6.4.1).
    fileprivate var forbidsBody: Bool { self < 200 || self == 204 || self == 205 || self == 304 }
}
