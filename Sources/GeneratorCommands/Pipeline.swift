import SpecDocument
import SpecPlan
import SpecPlanning
import SpecYAML
import SwiftEmission
import SwiftText

/// The way from specs to source, a stage a line: SpecFile -> YAMLNode -> Document -> ModulePlan -> [SourceFile].
///
/// Every stage up to the plan reports what it finds, and the errors of all specs are thrown together; emission can't fail.
struct Pipeline {
    let report: ProgressReport
    /// Whether warnings are errors.
    var isStrict = false
    /// Whether modules are made of the few files that a build can know beforehand.
    var isBundled = false

    /// What the specs give, and what was found on the way that is no error.
    struct Output {
        var files: [SourceFile]
        var findings: Diagnostics
    }

    func output(of configuration: Configuration) throws(Failure) -> Output {
        let planned = try planned(configuration)
        let files = report.stage("emit") {
            planned.modules.flatMap { isBundled ? $0.bundle : $0.files }
        } counting: { files in
            "\(files.count) files, \(files.reduce(0) { $0 + $1.contents.count }) bytes"
        }
        return Output(files: files, findings: planned.findings)
    }

    /// What the specs become, with the documents that they are.
    struct Planned {
        var modules: [ModulePlan]
        /// By namespace.
        var sources: [String: VersionSource]
        var findings: Diagnostics
    }

    func planned(_ configuration: Configuration) throws(Failure) -> Planned {
        var diagnostics = configuration.diagnostics
        let sources = read(configuration, &diagnostics)
        let plans = report.stage("plan") {
            configuration.modules.map { module in
                ModulePlan(named: module.name, planning: module.versions.compactMap { sources[$0.namespace.text] }, reporting: &diagnostics)
            }
        } counting: { plans in
            "\(plans.flatMap(\.versions).flatMap(\.models).count) types, \(plans.flatMap(\.versions).flatMap(\.operations).count) operations"
        }
        let findings = Diagnostics(isStrict ? diagnostics.map(\.asError) : diagnostics)
        if findings.hasErrors { throw .diagnostics(findings) }
        return Planned(modules: plans, sources: sources, findings: findings)
    }

    private func read(_ configuration: Configuration, _ diagnostics: inout [Diagnostic]) -> [String: VersionSource] {
        let versions = configuration.modules.flatMap(\.versions)
        let roots = report.stage("parse") {
            versions.map { version in (version: version, root: parse(version, &diagnostics)) }
        } counting: { roots in
            "\(roots.count) specs"
        }
        return report.stage("read") {
            var sources: [String: VersionSource] = [:]
            for case (let version, let root?) in roots {
                let folder = SpecFolder(path: configuration.root ?? version.path.folder)
                let (document, findings) = Document.reading(root, in: folder)
                diagnostics += findings
                guard var document else { continue }
                if let filter = version.filter {
                    let (filtered, unmatched) = document.filtered(by: filter)
                    document = filtered
                    diagnostics += unmatched
                }
                sources[version.namespace.text] = VersionSource(
                    document: document,
                    spec: version.spec,
                    namespace: version.namespace,
                    naming: configuration.naming,
                    hasHashableModels: configuration.hasHashableModels,
                    sides: configuration.sides,
                    hasMock: configuration.hasMocks
                )
            }
            return sources
        } counting: { sources in
            "\(sources.values.reduce(0) { $0 + $1.document.paths.count }) paths, \(sources.values.reduce(0) { $0 + $1.document.components.schemas.count }) schemas"
        }
    }

    /// `nil` if there is nothing to go on with; the diagnostics then hold an error that says why.
    private func parse(_ version: Configuration.Version, _ diagnostics: inout [Diagnostic]) -> YAMLNode? {
        do throws(Diagnostics) {
            let (node, findings) = YAMLNode.parsing(try SpecFile(reading: version.path))
            diagnostics += findings
            return node
        } catch {
            diagnostics += error
            return nil
        }
    }
}

extension Diagnostic {
    /// A warning as an error; anything else as it is.
    fileprivate var asError: Diagnostic {
        var diagnostic = self
        if severity == .warning { diagnostic.severity = .error }
        return diagnostic
    }
}
