public import SpecPlanning
import SpecYAML

extension Comparison {
    /// The same changes with what the generated code calls the parts that change.
    public func naming(_ old: SymbolIndex?, _ new: SymbolIndex?) -> Comparison {
        var named = self
        for position in named.changes.indices where !named.changes[position].isDocumentation {
            named.changes[position].oldSymbol = old.flatMap { $0.symbol(of: changes[position].anchor, isOld: true) }
            named.changes[position].newSymbol = new.flatMap { $0.symbol(of: changes[position].anchor, isOld: false) }
        }
        return named
    }
}

extension SymbolIndex {
    fileprivate func symbol(of anchor: Anchor, isOld: Bool) -> String? {
        switch anchor {
        case .none: nil
        case .operation(let old, let new): (isOld ? old : new).flatMap(operation)
        case .parameter(let operations, let name): operations[isOld ? 0 : 1].flatMap { parameter(name, of: $0) }
        case .status(let operations, let status): operations[isOld ? 0 : 1].flatMap { answer(status, of: $0) }
        case .schema(let old, let new): (isOld ? old : new).flatMap(type)
        case .nearest(let first, let second): symbol(of: first, isOld: isOld) ?? symbol(of: second, isOld: isOld)
        case .property(let name, let old, let new): (isOld ? old : new).flatMap { property(name, at: $0) }
        case .value(let text, let old, let new): (isOld ? old : new).flatMap { value(text, at: $0) }
        }
    }
}
