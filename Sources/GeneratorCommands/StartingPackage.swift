import ReferenceSite
import SpecPlan
import SwiftEmission
import SwiftText

/// A package to start from: the generated module, a program that calls the API, and a test.
struct StartingPackage {
    let api: APIReference
    let files: DescriptionFiles
    let cloudflow: PackageSource

    private var module: SwiftName { SwiftName(verbatim: api.module.name) ?? SwiftName(type: api.module.name) }

    /// The program's: `shop-client` for the module `ShopAPI`.
    private var program: String { name.hasSuffix("client") ? name : name + "-client" }

    /// The package's: `shop` for the module `ShopAPI`.
    var name: String {
        let stem = api.module.name.hasSuffix("API") ? String(api.module.name.dropLast(3)) : api.module.name
        return stem.reduce(into: "") { name, character in
            if character.isUppercase, let last = name.last, last != "-", !last.isUppercase { name += "-" }
            name.append(character)
        }.lowercased()
    }

    /// By their paths.
    var contents: [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for (path, bytes) in files.contents { contents["specs/" + path] = bytes }
        for file in api.module.files { contents["Generated/" + file.path] = file.contents }
        contents["specs/apis.yaml"] = Array(configuration.utf8)
        contents["Package.swift"] = manifest.utf8
        contents["README.md"] = Array(readme.utf8)
        contents[".gitignore"] = Array(".build/\n".utf8)
        contents["Sources/\(program)/main.swift"] = main.utf8
        if let call = api.sampleCall { contents["Tests/\(module.text)Tests/\(module.text)Tests.swift"] = test(of: call).utf8 }
        return contents
    }

    private var configuration: String {
        """
        # Which description becomes which module. A newer version is one more entry below the module, behind the older ones.
        modules:
          \(module.text):
            - spec: "\(files.specPath.yamlEscaped)"
              namespace: \(api.plan.namespace.text)

        """
    }

    private var manifest: SwiftSource {
        let name: SwiftSource = "\(literal: module.text)"
        func product(_ product: String) -> SwiftSource { ".product(name: \(literal: product), package: \(literal: cloudflow.identity))" }
        let testTarget: SwiftSource = """
            .testTarget(
                name: \(literal: module.text + "Tests"),
                dependencies: [
                    \(name),
                    \(product("CloudFlowRuntime")),
                ]
            ),
            """
        return """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: \(literal: self.name),
                platforms: [.macOS(.v15)],
                products: [
                    .library(name: \(name), targets: [\(name)])
                ],
                dependencies: [
                    \(cloudflow.dependency)
                ],
                targets: [
                    // What cloudflow-generate makes of specs/; not to be edited.
                    .target(
                        name: \(name),
                        dependencies: [
                            \(product("CloudFlowRuntime"))
                        ],
                        path: \(literal: "Generated/" + module.text)
                    ),
                    .executableTarget(
                        name: \(literal: program),
                        dependencies: [
                            \(name),
                            \(product("CloudFlowClientTransport")),
                            \(product("CloudFlowRuntime")),
                        ]
                    ),
                    \(api.sampleCall == nil ? .nothing : testTarget)
                ]
            )

            """
    }

    private var main: SwiftSource {
        guard let call = api.sampleCall else {
            return """
                import CloudFlowClientTransport
                import CloudFlowRuntime
                import \(module)

                // No operation of this API can be called with examples alone: make a client, and call it.
                print("\(api.plan.namespace).Client has the operations.")

                """
        }
        let result: SwiftSource = call.isAnswered ? "answer" : "\"done\""
        return """
            import CloudFlowClientTransport
            import CloudFlowRuntime
            import \(module)

            \(call.source)
            print(\(result))

            """
    }

    private func test(of call: SampleCall) -> SwiftSource {
        let use: SwiftSource = call.isAnswered ? "print(answer)" : .nothing
        return """
            import CloudFlowRuntime
            import Testing
            import \(module)

            @Suite struct \(module)Tests {
                /// A service in the same process that knows no operation yet. Hand it `routes()` of your own `\(api.plan.namespace).Service`.
                let transport = InMemoryTransport([])

                @Test func whatIsNotServedIsAFailure() async {
                    await #expect(throws: \(api.plan.namespace).\(member: call.operation.failure.typeName).self) {
                        \(call.sourceOverTransport)
                        \(use)
                    }
                }
            }

            """
    }

    private var readme: String {
        let title = api.plan.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return """
            # \(title) in Swift

            ```sh
            swift run \(program)
            \(api.sampleCall == nil ? "swift build" : "swift test")
            ```

            `Sources/\(program)` calls the API\(api.sampleCall == nil ? "" : ", `Tests` does so in one process"), and `Generated/\(module.text)` is the code between: types, a
            client (`\(api.plan.namespace.text).Client`) and what a service implements (`\(api.plan.namespace.text).Service`).

            - Where the API is and who you are is said where the client is made.
            - When the description in `specs` changes: `swift package --allow-writing-to-package-directory generate-api`, and read the
              difference. With `--check` nothing is written; that is for CI.
            - `specs/apis.yaml` says which descriptions become which modules, which operations are wanted, and what things are called.
            - To implement the service, add the trait `Server` and the product `CloudFlowServerTransport`, and conform to
              `\(api.plan.namespace.text).Service`.

            """
    }
}

extension String {
    /// Between double quotes of YAML.
    fileprivate var yamlEscaped: String { replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
}
