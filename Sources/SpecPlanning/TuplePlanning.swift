import SpecDocument
import SpecPlan
import SwiftText

extension VersionPlanner {
    mutating func tuplePlan(of schema: Schema, named name: SwiftName) -> TuplePlan {
        var names = NameScope(reserving: ["init", "self", "hashValue"])
        let minimum = schema.constraints?.minItems ?? 0
        var items: [TupleItemPlan] = []
        for (position, item) in (schema.applicators?.prefixItems ?? []).enumerated() {
            let described = item.inline ?? lookUp(item)
            let wanted = item.inline?.title.map { SwiftName(member: $0) } ?? SwiftName(ordinal: position + 1)
            let memberName = names.take(wanted, orAdding: "Item")
            let type = type(of: item, at: name.adding(SwiftName(type: memberName.text))) ?? .json
            items.append(
                TupleItemPlan(
                    name: memberName,
                    type: type.spelt,
                    isRequired: position < minimum,
                    doc: DocComment(described?.description)
                )
            )
        }
        let isClosed = schema.items?.inline?.boolean == false
        guard let further = schema.items, !isClosed else { return TuplePlan(items: items, rest: nil, isClosed: isClosed) }
        let type = (type(of: further, at: name.adding("Item")) ?? .json).spelt
        let rest = TupleItemPlan(name: names.take("rest", orAdding: "Items"), type: type, isRequired: false, doc: "All further items.")
        return TuplePlan(items: items, rest: rest, isClosed: false)
    }
}

extension SwiftName {
    /// `first` to `tenth`, then `item11`.
    fileprivate init(ordinal: Int) {
        let words: [SwiftName] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        self = ordinal <= words.count ? words[ordinal - 1] : SwiftName(member: "item \(ordinal)")
    }
}
