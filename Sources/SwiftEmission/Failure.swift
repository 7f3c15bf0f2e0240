import SpecPlan
import SwiftText

extension FailurePlan {
    /// - Parameters:
    ///   - owner: what can fail.
    ///   - sides: who uses it.
    func declaration(of owner: String, for sides: Sides) -> SwiftSource {
        """
        \(doc: DocComment("The ways in which \(owner) can fail."))
        public indirect enum \(typeName): OperationFailure {
            \(lines: cases.map(\.declaration))
            \(fallback?.declaration ?? .nothing)
            /// What no entry of the spec covers, kept whole.
            case undocumented(APIResponse)
            /// There is no answer, or none that can be read.
            case failed(CallFailure)

            \(blocks: [sides.contains(.service) ? conveniences : .nothing, reader, writer])
        }
        """
    }

    /// `throw .notFound("no such device")` for a service.
    private var conveniences: SwiftSource {
        let functions = cases.filter { $0.isSingle && $0.answer.type == .apiError }.map { failure in
            "public static func \(failure.name)(_ message: String) -> Self { .\(member: failure.name)(APIError(status: \(failure.usualStatus), message)) }"
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
        \(lines: cases.map { SwiftSource(casePattern: "case \($0.pattern)", "self = \($0.failureReading)") })
        \(SwiftSource(casePattern: "default", "self = \(otherReading)"))
        }
        """
    }

    private var otherReading: SwiftSource {
        fallback?.failureReading ?? "response.undocumented()"
    }

    private var writer: SwiftSource {
        """
        public func write(to response: inout ResponseWriter) {
            switch self {
            \(lines: (cases + (fallback.map { [$0] } ?? [])).map { $0.writing("error") })
            case .undocumented(let original): response.forward(original)
            case .failed(let failure): response.fail(failure)
            }
        }
        """
    }
}

extension OperationPlan {
    /// The type of its failures, or its name for the one that it shares.
    var failureDeclaration: SwiftSource {
        guard let shared = sharedFailure else { return failure.declaration(of: "`\(methodName.text)`", for: sides) }
        return """
            \(doc: DocComment("The ways in which `\(methodName.text)` can fail, the same as those of other operations."))
            public typealias \(failure.typeName) = \(shared)
            """
    }
}

extension AnswerCasePlan {
    /// The expression that makes the failure of `response`.
    fileprivate var failureReading: SwiftSource {
        guard let reading = answer.reading, let type = answer.type else { return made(of: nil) }
        let isOwnReader = !answer.declaredNames.isEmpty || answer.contents.contents[0].isAnyJSON
        if isOwnReader { return "response.failure { (error: \(type)) in \(made(of: "error")) }" }
        return "response.failure { (response) throws(CallFailure) in \(made(of: reading)) }"
    }
}
