public import SpecDocument
public import SpecPlan

/// One version of an API, as the site shows it.
public struct APIReference: Sendable {
    /// Its folder in the site, and the name of the specification to download: `client-1.1`.
    public let name: String
    public let document: Document
    /// What is generated of it.
    public let plan: VersionPlan
    /// What is generated of all versions.
    public let module: ModulePlan
    /// The specification as it was written.
    public let specification: [UInt8]
    /// How its file ends: `yaml` or `json`.
    public let fileExtension: String
    /// In the order of the document.
    let operations: [DocumentedOperation]
    /// The operations below their tags, in the order of the tags; those without one come last.
    let groups: [OperationGroup]

    public init(
        name: String,
        document: Document,
        plan: VersionPlan,
        module: ModulePlan,
        specification: [UInt8],
        fileExtension: String
    ) {
        self.name = name
        self.document = document
        self.plan = plan
        self.module = module
        self.specification = specification
        self.fileExtension = fileExtension
        operations = DocumentedOperation.all(of: document, plan)
        groups = OperationGroup.all(of: operations, in: document)
    }
}

extension APIReference {
    var title: String { document.info.title }
    var version: String { document.info.version }

    /// Its specification, from the site's root.
    var specificationPath: String { "specs/\(name).\(fileExtension)" }
}

extension String {
    /// The name in characters that every file system and URL takes as they are.
    var fileName: String {
        let safe = unicodeScalars.map { scalar in
            let isSafe =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-_.".unicodeScalars.contains(scalar))
            return isSafe ? String(scalar) : "~" + String(scalar.value, radix: 16)
        }
        let name = safe.joined()
        return name.hasPrefix(".") ? "~2e" + name.dropFirst() : name
    }
}
