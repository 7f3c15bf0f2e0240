import ReferenceSite
import SpecPlan
import SpecPlanning
import SpecYAML
import SwiftText

extension Pipeline {
    /// What a site shows of the specs, and what was found on the way that is no error.
    struct References {
        var apis: [APIReference]
        var findings: Diagnostics
    }

    /// The way from specs to a site: as to source up to the plan.
    func references(of configuration: Configuration) throws(Failure) -> References {
        let planned = try planned(configuration)
        var apis: [APIReference] = []
        for (module, plan) in zip(configuration.modules, planned.modules) {
            for version in module.versions {
                guard let source = planned.sources[version.namespace.text] else { continue }
                guard let versionPlan = plan.versions.first(where: { $0.namespace == version.namespace }) else { continue }
                let file: SpecFile
                do { file = try SpecFile(reading: version.path) } catch { throw .diagnostics(error) }
                let (name, fileExtension) = version.spec.nameAndExtension
                apis.append(
                    APIReference(
                        name: name,
                        document: source.document,
                        plan: versionPlan,
                        module: plan,
                        specification: file.bytes,
                        fileExtension: fileExtension
                    )
                )
            }
        }
        return References(apis: apis, findings: planned.findings)
    }
}

extension String {
    /// What stands before the last dot of a file's name, and what behind it; `yaml` where there is none.
    fileprivate var nameAndExtension: (name: String, fileExtension: String) {
        let file = split(separator: "/").last.map(String.init) ?? self
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return (file, "yaml") }
        return (String(file[..<dot]), String(file[file.index(after: dot)...]))
    }
}
