package import SpecYAML

/// Why the generator stops.
package enum Failure: Error {
    /// Something is wrong with a spec or with the configuration.
    case diagnostics(Diagnostics)
    /// The output folder is not what the specs give.
    case differs([Difference], folder: String)
    /// A change is as bad as `--fail-on` says.
    case comparison
    /// A file can't be read or written.
    case file(path: String, problem: String)
}

/// How a file in the output folder differs from what the specs give.
package struct Difference: Equatable {
    package enum Kind: String {
        /// It would be written.
        case missing
        /// It would be written anew.
        case stale
        /// It would be removed.
        case extra
    }

    var kind: Kind
    var path: String
}
