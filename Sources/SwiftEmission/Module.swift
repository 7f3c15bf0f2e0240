public import SpecPlan
import SwiftText

extension ModulePlan {
    /// The module's files, sorted by path, and those of the module of its mocks.
    public var files: [SourceFile] {
        let files = versions.flatMap { version in version.parts.map { version.file(of: $0, in: name) } }
        let mocks = hasMocks ? versions.map { $0.file(of: $0.mock(of: name), in: name + "Mocks") } : []
        return (files + mocks).sorted { $0.path < $1.path }
    }
}

extension VersionPlan {
    /// What the version is made of, a file each.
    var parts: [SourcePart] {
        var parts = [SourcePart("Namespace", needsRuntime: false, namespaceDeclaration)]
        if sides.contains(.client) { parts.append(SourcePart("Client", inNamespace(client))) }
        if sides.contains(.service) { parts.append(SourcePart("Service", service)) }
        if sides.contains(.client), !servers.isEmpty { parts.append(SourcePart("Server", needsRuntime: false, inNamespace(server))) }
        if !unchanged.isEmpty { parts.append(SourcePart("Unchanged", needsRuntime: false, unchanged)) }
        if let adapter {
            parts.append(SourcePart("AdaptedService", needsRuntime: needsRuntime(for: adapter), adaptedService(adapter)))
        }
        if let former { parts.append(SourcePart("Former", needsRuntime: former.needsRuntime, self.former(former))) }
        for group in callbacks {
            if sides.contains(.service) { parts.append(SourcePart(group.clientName.text, inNamespace(group.client(of: self)))) }
            if sides.contains(.client) { parts.append(SourcePart(group.serviceName.text, group.service(of: self))) }
        }
        let sections = sections
        let isGrouped = sections.reduce(0) { $0 + $1.declarations.count } > Self.mostFilesOfOneType
        for section in sections {
            let groups = isGrouped ? section.declarations.grouped(upTo: Self.longestGroup) : section.declarations.map { [$0] }
            parts += groups.map { part(of: $0, in: section.folder) }
        }
        return parts
    }

    /// The compiler takes files in batches of 25, and for each batch reads the whole module; a debug build begins with two.
    private static let mostFilesOfOneType = 50

    /// Lines. A declaration that is longer by itself has a file of its own.
    private static let longestGroup = 400

    private func part(of group: [Declaration], in folder: String) -> SourcePart {
        SourcePart(
            group[0].name.text,
            folder: folder,
            needsRuntime: group.contains(where: \.needsRuntime),
            inNamespace("\(blocks: group.map(\.source))")
        )
    }

    /// What is declared inside the namespace, by folders.
    private var sections: [(folder: String, declarations: [Declaration])] {
        let isOneToken = security?.isOneToken ?? true
        let changedModels = models.filter { !$0.isUnchanged }
        let changedOperations = operations.filter { $0.unchangedSince == nil }
        let models = changedModels.map {
            Declaration($0.name, needsRuntime: $0.needsRuntime, $0.declaration(isHashable: hasHashableModels))
        }
        let failures = failures.map { Declaration($0.typeName, $0.declaration(of: "several operations", for: sides)) }
        let answers = answers.map {
            Declaration($0.declaredNames[0], "\(blocks: $0.declarations(of: "An answer of several operations"))")
        }
        let operations = changedOperations.map { Declaration($0.typeName, $0.declarations(isOneToken: isOneToken)) }
        return callbacks.map { group in
            ("\(group.name.text)s", group.operations.map { Declaration($0.typeName, $0.declarations(isOneToken: true)) })
        } + [("Models", models), ("Failures", failures), ("Responses", answers), ("Operations", operations)]
    }
}
