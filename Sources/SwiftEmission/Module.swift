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
        let changedModels = models.filter { !$0.isUnchanged }
        let changedOperations = operations.filter { $0.unchangedSince == nil }
        var files = [
            file("Namespace", in: module, needsRuntime: false, namespaceDeclaration),
            file("Client", in: module, inNamespace(client)),
            file("Service", in: module, service),
        ]
        if !servers.isEmpty { files.append(file("Server", in: module, needsRuntime: false, inNamespace(server))) }
        if !unchanged.isEmpty { files.append(file("Unchanged", in: module, needsRuntime: false, unchanged)) }
        if let adapter { files.append(file("AdaptedService", in: module, adaptedService(adapter))) }
        files += changedModels.map {
            file(
                $0.name.text,
                in: module,
                folder: "Models",
                needsRuntime: $0.needsRuntime,
                inNamespace($0.declaration(isHashable: hasHashableModels))
            )
        }
        for group in callbacks {
            files.append(file(group.clientName.text, in: module, inNamespace(group.client(of: self))))
            files.append(file(group.serviceName.text, in: module, group.service(of: self)))
            files += group.operations.map {
                file($0.typeName.text, in: module, folder: "\(group.name.text)s", inNamespace($0.declarations(isOneToken: true)))
            }
        }
        files += failures.map {
            file($0.typeName.text, in: module, folder: "Failures", inNamespace($0.declaration(of: "several operations")))
        }
        files += answers.map { answer in
            let declarations = answer.declarations(of: "An answer of several operations")
            return file(answer.declaredNames[0].text, in: module, folder: "Responses", inNamespace("\(blocks: declarations)"))
        }
        files += changedOperations.map {
            file($0.typeName.text, in: module, folder: "Operations", inNamespace($0.declarations(isOneToken: security?.isOneToken ?? true)))
        }
        return files
    }
}
