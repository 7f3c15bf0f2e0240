import SpecPlan
import SwiftText

/// How many bytes values take where they lie, about: what a copy of a struct has to copy.
struct InlineSizes {
    /// Beyond this a nested struct is boxed: code that copies large structs is what makes them expensive to compile.
    private static let largestUnboxed = 128

    private let models: [ModelPlan]
    private let positions: [SwiftName: Int]
    private var known: [SwiftName: Int] = [:]

    init(_ models: [ModelPlan]) {
        self.models = models
        positions = Dictionary(models.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    }

    /// Whether a property of this type is better kept on the heap.
    mutating func isLarge(_ type: SwiftType) -> Bool { size(of: type) > Self.largestUnboxed }

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
        case .object(let object):
            let own = object.properties.reduce(0) { $0 + ($1.isBoxed || isLarge($1.type) ? 8 : (self.size(of: $1.type) + 7) / 8 * 8) }
            size = own + (object.rest == nil ? 0 : 8)
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
    /// Whether nil takes no room of its own.
    fileprivate var hasSpareBits: Bool {
        switch self {
        case .string, .array, .dictionary, .json, .runtime, .named: true
        default: false
        }
    }
}
