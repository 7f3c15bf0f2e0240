import SpecPlan
import SwiftText

/// How many bytes values take where they lie, about: what a copy of a struct has to copy.
struct InlineSizes {
    /// A struct that takes more boxes the models within it: code that copies large structs is what makes them expensive to compile.
    private static let largest = 128
    /// What is no larger is not worth a box, which is a pointer.
    private static let smallestBoxed = 24

    private let models: [ModelPlan]
    private let positions: [SwiftName: Int]
    private var known: [SwiftName: Int] = [:]

    init(_ models: [ModelPlan]) {
        self.models = models
        positions = Dictionary(models.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    }

    /// Which properties of an object are better kept on the heap, the largest first, and how much room it then takes.
    mutating func layout(of object: ObjectPlan) -> (boxed: [Int], size: Int) {
        let sizes = object.properties.map { $0.isBoxed ? 8 : (size(of: $0.type) + 7) / 8 * 8 }
        var total = sizes.reduce(object.rest == nil ? 0 : 8, +)
        var boxed: [Int] = []
        let candidates = sizes.indices.filter { sizes[$0] >= Self.smallestBoxed && object.properties[$0].type.isModel }
        for index in candidates.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) where total > Self.largest {
            boxed.append(index)
            total -= sizes[index] - 8
        }
        return (boxed, total)
    }

    /// The operation with its body on the heap, where it would be as large otherwise.
    mutating func boxingBody(of operation: OperationPlan) -> OperationPlan {
        guard let body = operation.body, body.type.isModel else { return operation }
        var operation = operation
        let size = body.contents.contents.map { self.size(of: $0.type) }.max() ?? 0
        let total = operation.parameters.reduce(size) { $0 + self.size(of: $1.type) }
        operation.body?.isBoxed = size >= Self.smallestBoxed && total > Self.largest
        return operation
    }

    mutating func size(of type: SwiftType) -> Int {
        switch type {
        case .bool: 1
        case .int32, .uint32, .float: 4
        case .int, .int64, .uint64, .double, .array, .dictionary, .json: 8
        case .string, .runtime, .generic: 16
        case .optional(let wrapped), .nullable(let wrapped): size(of: wrapped) + (wrapped.hasSpareBits ? 0 : 1)
        case .named(let name): size(of: name)
        }
    }

    private mutating func size(of name: SwiftName) -> Int {
        if let size = known[name] { return size }
        guard let position = positions[name] else { return 48 }
        // For a cycle that has no box yet.
        known[name] = 8
        let size: Int
        switch models[position].shape {
        case .object(let object): size = layout(of: object).size
        case .tuple(let tuple): size = tuple.items.reduce(8) { $0 + self.size(of: $1.type) }
        case .part(let part): size = ([part.content] + part.headers.map(\.type)).reduce(0) { $0 + (self.size(of: $1) + 7) / 8 * 8 }
        case .enumeration(let plan): size = plan.raw == .string ? 16 : 9
        case .union(let union): size = union.isIndirect ? 8 : 1 + (union.cases.map { self.size(of: $0.type) }.max() ?? 0)
        case .alias(let type): size = self.size(of: type)
        case .unchanged: size = 48
        }
        known[name] = size
        return size
    }
}

extension SwiftType {
    /// Whether it is a generated type, or may be one.
    fileprivate var isModel: Bool {
        switch self {
        case .named: true
        case .optional(let wrapped), .nullable(let wrapped): wrapped.isModel
        default: false
        }
    }

    /// Whether nil takes no room of its own.
    fileprivate var hasSpareBits: Bool {
        switch self {
        case .string, .array, .dictionary, .json, .runtime, .named: true
        default: false
        }
    }
}
