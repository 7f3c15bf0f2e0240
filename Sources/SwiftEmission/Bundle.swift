public import SpecPlan
import SwiftText

extension ModulePlan {
    /// The module in files whose names depend on nothing but its own, sorted by path.
    ///
    /// A build has to know what a command writes before it runs it, and so before anybody has read the spec.
    public var bundle: [SourceFile] {
        let parts = versions.flatMap(\.parts)
        let specs = versions.map(\.spec).joined(separator: ", ")
        return BundleFile.allCases.map { file in
            let own = parts.filter { BundleFile(of: $0) == file }
            return SourceFile(
                path: "\(name)+\(file.rawValue).swift",
                from: specs,
                needsRuntime: own.contains(where: \.needsRuntime),
                "\(blocks: own.map(\.body))"
            )
        }
    }
}

/// Three, so that two cores have something to do, and yet each reads the whole module once.
private enum BundleFile: String, CaseIterable {
    case models = "Models"
    case operations = "Operations"
    /// The namespaces, and what stands for a whole version.
    case services = "Services"

    init(of part: SourcePart) {
        self =
            switch part.folder {
            case "Models": .models
            case .some: .operations
            case nil: .services
            }
    }
}
