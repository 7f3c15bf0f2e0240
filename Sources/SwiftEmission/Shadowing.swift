import SwiftText

extension SwiftName {
    /// A property or a method of this name as it is used within `self`; with `self.` before it where a local has the name as well.
    func used(besides locals: Set<SwiftName>) -> SwiftSource {
        locals.contains(self) ? "self.\(member: self)" : "\(self)"
    }
}
