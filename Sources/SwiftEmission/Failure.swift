import SpecPlan
import SwiftText

extension FailurePlan {
    func declaration(of operation: OperationPlan) -> SwiftSource {
        """
        \(doc: DocComment("The ways in which `\(operation.methodName.text)` can fail."))
        public enum \(typeName): OperationFailure {
            \(lines: cases.map(\.declaration))
            \(fallback?.declaration ?? .nothing)
            /// What no entry of the spec covers, kept whole.
            case undocumented(APIResponse)
            /// There is no answer, or none that can be read.
            case failed(CallFailure)

            \(blocks: [conveniences, reader, writer])
        }
        """
    }

    /// `throw .notFound("no such device")` for a service.
    private var conveniences: SwiftSource {
        let functions = cases.filter { $0.type == .apiError }.map { failure in
            "public static func \(failure.name)(_ message: String) -> Self { .\(member: failure.name)(APIError(status: \(failure.status), message)) }"
                as SwiftSource
        }
        return "\(lines: functions)"
    }

    private var reader: SwiftSource {
        """
        public init(reading response: ResponseReader) {
            \(cases.isEmpty ? "self = \(otherReading)" : distinction)
        }
        """
    }

    private var distinction: SwiftSource {
        """
        switch response.status {
        \(lines: cases.map(\.reading))
        default: self = \(otherReading)
        }
        """
    }

    private var otherReading: SwiftSource {
        fallback?.reading ?? "response.undocumented()"
    }

    private var writer: SwiftSource {
        """
        public func write(to response: inout ResponseWriter) {
            switch self {
            \(lines: cases.map(\.writing))
            \(fallback?.writing ?? .nothing)
            case .undocumented(let original): response.forward(original)
            case .failed(let failure): response.fail(failure)
            }
        }
        """
    }
}

extension FailureCasePlan {
    fileprivate var declaration: SwiftSource {
        """
        \(doc: doc)
        case \(name)\(type.map { "(\($0))" } ?? .nothing)
        """
    }

    fileprivate var reading: SwiftSource {
        guard let type else { return "case \(status): self = .\(member: name)" }
        return "case \(status): self = response.failure { (error: \(type)) in .\(member: name)(error) }"
    }

    fileprivate var writing: SwiftSource {
        type == nil
            ? "case .\(member: name): response.empty(\(status))"
            : "case .\(member: name)(let error): response.json(\(status), error)"
    }
}

extension FallbackPlan {
    fileprivate var declaration: SwiftSource {
        """
        \(doc: doc)
        case \(name)(status: Int\(type.map { ", \($0)" } ?? .nothing))
        """
    }

    fileprivate var reading: SwiftSource {
        guard let type else { return ".\(member: name)(status: response.status)" }
        return "response.failure { (error: \(type)) in .\(member: name)(status: response.status, error) }"
    }

    fileprivate var writing: SwiftSource {
        type == nil
            ? "case .\(member: name)(let status): response.empty(status)"
            : "case .\(member: name)(let status, let error): response.json(status, error)"
    }
}
