import SpecPlan
import SwiftText

extension AnswerCasePlan {
    /// Its case in an enum of answers.
    var declaration: SwiftSource {
        let values: [SwiftSource] = [isSingle ? .nothing : "status: Int", answer.type.map { "\($0)" } ?? .nothing]
        let payload: SwiftSource = values.allSatisfy(\.isEmpty) ? .nothing : "(\(list: values)"
        return """
            \(doc: doc)
            case \(name)\(payload)
            """
    }

    /// What `response.status` is when the answer is meant.
    var pattern: SwiftSource {
        switch status {
        case .code(let code): "\(code)"
        case .range(let hundreds): "\(hundreds * 100)...\(hundreds * 100 + 99)"
        case .any: "200...299"
        }
    }

    /// The status of the answer where it is no matter of choice.
    var usualStatus: SwiftSource {
        switch status {
        case .code(let code): "\(code)"
        case .range(let hundreds): "\(hundreds * 100)"
        case .any: "200"
        }
    }

    /// The case, made of what was read.
    ///
    /// - Parameter value: nil where there is no value.
    func made(of value: SwiftSource?) -> SwiftSource {
        let values: [SwiftSource] = [isSingle ? .nothing : "status: response.status", value ?? .nothing]
        return values.allSatisfy(\.isEmpty) ? ".\(member: name)" : ".\(member: name)(\(list: values)"
    }

    /// The line of a `switch` that writes it.
    func writing(_ valueName: SwiftName) -> SwiftSource {
        let values: [SwiftSource] = [isSingle ? .nothing : "let status", answer.type == nil ? .nothing : "let \(valueName)"]
        let pattern: SwiftSource = values.allSatisfy(\.isEmpty) ? .nothing : "(\(list: values)"
        return "case .\(member: name)\(pattern): \(answer.writing(isSingle ? usualStatus : "status", "\(valueName)"))"
    }

    /// Whether it stands for one status.
    var isSingle: Bool {
        if case .code = status { true } else { false }
    }
}
