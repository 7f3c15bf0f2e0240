import ArgumentParser
import GeneratorCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `cloudflow-generate mock`, which is another program's.
struct MockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mock",
        abstract: "Serves a description: checks requests against it, and answers with its examples or with what its schemas allow.",
        discussion: "cloudflow-generate mock --help tells what it takes."
    )

    @Argument(parsing: .captureForPassthrough, help: ArgumentHelp(visibility: .hidden))
    var arguments: [String] = []

    func run() throws { try runNetworkProgram("mock", arguments) }
}

/// `cloudflow-generate contract`, which is another program's.
struct ContractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Tries on a service all that its description says: every operation, each status, each edge of what may be sent.",
        discussion: "cloudflow-generate contract --help tells what it takes."
    )

    @Argument(parsing: .captureForPassthrough, help: ArgumentHelp(visibility: .hidden))
    var arguments: [String] = []

    func run() throws { try runNetworkProgram("contract", arguments) }
}

/// Becomes the program that stands beside this one and has what a network needs.
///
/// It is apart, so that whoever generates, in a build for the host above all, neither compiles nor loads a server and TLS.
private func runNetworkProgram(_ command: String, _ arguments: [String]) throws {
    let name = "cloudflow-generate-network"
    var path = [UInt8](repeating: 0, count: 4096)
    let count = path.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? 0
    }
    let own = count > 0 ? String(decoding: path.prefix(count), as: UTF8.self) : CommandLine.arguments[0]
    let folder = own.lastIndex(of: "/").map { own[...$0] } ?? ""
    var words = ([name, command] + arguments).map { strdup($0) } + [nil]
    execv(folder + name, &words)
    // Where it is installed elsewhere.
    execvp(name, &words)
    let problem = "there is no such program, which does '\(command)'; build it: swift build --product \(name)"
    ProgressReport(isQuiet: false, isVerbose: false).fail(.file(path: folder + name, problem: problem))
    throw ExitCode(1)
}
