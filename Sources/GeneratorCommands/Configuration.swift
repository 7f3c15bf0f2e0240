import SpecDocument
import SpecPlan
import SpecPlanning
import SpecYAML
import SwiftText

/// Which specs become which modules: `specs/apis.yaml`, or a single spec from the command line.
struct Configuration {
    struct Version {
        /// The spec's path.
        var path: String
        /// The spec as generated files name it.
        var spec: String
        var namespace: SwiftName
        var location: Location
        /// Which operations are wanted; `nil` for all.
        var filter: OperationFilter?
    }

    struct Module {
        var name: String
        /// The oldest first.
        var versions: [Version]
    }

    var modules: [Module] = []
    /// The folder that files of the descriptions must lie in; `nil` for the folder of each description.
    var root: String?
    var naming = NamingChoices()
    /// Whether models are `Hashable`, for a third more to compile.
    var hasHashableModels = false
    /// Which ends of the APIs are generated.
    var sides = Sides.both
    /// Whether a module of mocks goes with each module.
    var hasMocks = false
    /// What is wrong with the configuration, but leaves something to generate.
    var diagnostics: [Diagnostic] = []

    /// A single spec in a namespace of the module's name with `API` before it, so that module and namespace can't be confused.
    init(spec: String, module: String) throws(Failure) {
        guard let name = SwiftName(verbatim: module) else {
            throw .diagnostics([Diagnostic(.error, at: Location(file: spec), "--module '\(module)' is not a Swift identifier; give one")])
        }
        let file = spec.split(separator: "/").last.map(String.init) ?? spec
        let namespace = name.text.hasSuffix("API") ? SwiftName(type: String(name.text.dropLast(3))) : name.adding("API")
        let version = Version(path: spec, spec: file, namespace: namespace, location: Location(file: spec))
        modules = [Module(name: module, versions: [version])]
    }

    init(readingFileAt path: String) throws(Failure) {
        let root: YAMLNode
        do throws(Diagnostics) {
            root = try YAMLNode(parsing: try SpecFile(reading: path))
        } catch {
            throw .diagnostics(error)
        }
        var reader = ConfigurationReader(folder: path.folder)
        reader.read(root, into: &self)
        let findings = Diagnostics(reader.diagnostics)
        if findings.hasErrors { throw .diagnostics(findings) }
        diagnostics = reader.diagnostics
    }

    /// Leaves the one module that is wanted.
    mutating func pick(_ module: String, in path: String) throws(Failure) {
        let names = modules.map(\.name).joined(separator: ", ")
        modules.removeAll { $0.name != module }
        guard modules.isEmpty else { return }
        let message = "no module '\(module)' is listed, but \(names); list it below 'modules:', or name one of these"
        throw .diagnostics([Diagnostic(.error, at: Location(file: path), message)])
    }
}

extension String {
    /// The path of the folder that holds the file, with a slash at its end; empty for the current one.
    var folder: String {
        lastIndex(of: "/").map { String(self[...$0]) } ?? ""
    }
}
