public import SpecPlan
import SwiftText

extension ModulePlan {
    /// The module's files, sorted by path.
    public var files: [SourceFile] {
        versions.flatMap { $0.files(in: name) }.sorted { $0.path < $1.path }
    }
}

extension VersionPlan {
    func files(in module: String) -> [SourceFile] {
        var files = [
            file("Namespace", in: module, needsRuntime: false, namespaceDeclaration),
            file("Client", in: module, inNamespace(client)),
            file("Service", in: module, service),
        ]
        if !servers.isEmpty { files.append(file("Server", in: module, needsRuntime: false, inNamespace(server))) }
        if !unchanged.isEmpty { files.append(file("Unchanged", in: module, needsRuntime: false, unchanged)) }
        if let adapter { files.append(file("AdaptedService", in: module, adaptedService(adapter))) }
        for group in callbacks {
            files.append(file(group.clientName.text, in: module, inNamespace(group.client(of: self))))
            files.append(file(group.serviceName.text, in: module, group.service(of: self)))
        }
        let sections = sections
        let isGrouped = sections.reduce(0) { $0 + $1.declarations.count } > Self.mostFilesOfOneType
        for section in sections {
            let groups = isGrouped ? section.declarations.grouped(upTo: Self.longestGroup) : section.declarations.map { [$0] }
            files += groups.map { file(of: $0, in: module, folder: section.folder) }
        }
        return files
    }

    /// The compiler takes files in batches of 25, and for each batch reads the whole module; a debug build begins with two.
    private static let mostFilesOfOneType = 50

    /// Lines. A declaration that is longer by itself has a file of its own.
    private static let longestGroup = 400

    private func file(of group: [Declaration], in module: String, folder: String) -> SourceFile {
        file(
            group[0].name.text,
            in: module,
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
        let failures = failures.map { Declaration($0.typeName, $0.declaration(of: "several operations")) }
        let answers = answers.map {
            Declaration($0.declaredNames[0], "\(blocks: $0.declarations(of: "An answer of several operations"))")
        }
        let operations = changedOperations.map { Declaration($0.typeName, $0.declarations(isOneToken: isOneToken)) }
        return callbacks.map { group in
            ("\(group.name.text)s", group.operations.map { Declaration($0.typeName, $0.declarations(isOneToken: true)) })
        } + [("Models", models), ("Failures", failures), ("Responses", answers), ("Operations", operations)]
    }
}
