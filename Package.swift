// swift-tools-version: 6.2
import PackageDescription

/// The house rules of every target: imports stay internal unless a signature needs them, and a warning is an error.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "cloudflow",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "CloudFlow", targets: ["CloudFlow"]),
        .library(name: "CloudFlowRuntime", targets: ["CloudFlowRuntime"]),
        .library(name: "CloudFlowClientTransport", targets: ["CloudFlowClientTransport"]),
        .library(name: "CloudFlowServerTransport", targets: ["CloudFlowServerTransport"]),
        .library(name: "CloudFlowClientAPI", targets: ["CloudFlowClientAPI"]),
        .library(name: "CloudFlowDeviceAPI", targets: ["CloudFlowDeviceAPI"]),
        .library(name: "CloudFlowWebhooks", targets: ["CloudFlowWebhooks"]),
        .library(name: "CloudFlowGateway", targets: ["CloudFlowGateway"]),
        .library(name: "CloudFlowContracts", targets: ["SpecContracts"]),
        .library(name: "CloudFlowMocks", targets: ["CloudFlowClientAPIMocks", "CloudFlowDeviceAPIMocks"]),
        .executable(name: "cloudflow-generate", targets: ["cloudflow-generate"]),
        .executable(name: "cloudflow-generate-network", targets: ["cloudflow-generate-network"]),
        .executable(name: "cloudflow", targets: ["cloudflow-cli"]),
        .plugin(name: "CloudFlowGenerator", targets: ["CloudFlowGenerator"]),
        .plugin(name: "CloudFlowGenerateAPI", targets: ["CloudFlowGenerateAPI"]),
    ],
    // Who needs only a part asks for the traits of that part: `.package(url: …, traits: ["Client"])`. Without, all is there.
    traits: [
        .trait(name: "Client", description: "Carries a client's calls and websockets over a network."),
        .trait(name: "Server", description: "Serves an API over a network."),
        .trait(name: "Webhooks", description: "Verifies what a gateway posts to a callback."),
        .trait(
            name: "Gateway",
            description: "The relay with its database, and the command `cloudflow`.",
            enabledTraits: ["Client", "Server", "Webhooks"]
        ),
        .default(enabledTraits: ["Gateway"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // The generator: a spec becomes code, one stage a module.
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "SpecYAML", dependencies: ["CLibYAML"], swiftSettings: house),
        .target(name: "SpecDocument", dependencies: ["SpecYAML"], swiftSettings: house),
        .target(name: "SwiftText", swiftSettings: house),
        .target(name: "SpecPlan", dependencies: ["SwiftText"], swiftSettings: house),
        .target(
            name: "SpecPlanning",
            dependencies: ["SchemaValidation", "SpecDocument", "SpecExamples", "SpecPlan", "SpecYAML", "SwiftText"],
            swiftSettings: house
        ),
        .target(name: "SwiftEmission", dependencies: ["SpecPlan", "SwiftText"], swiftSettings: house),
        .target(
            name: "SpecComparison",
            dependencies: ["SpecDocument", "SpecPlanning", "SpecYAML"],
            swiftSettings: house
        ),
        .systemLibrary(
            name: "CMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]
        ),
        .target(name: "SchemaValidation", dependencies: ["CloudFlowRuntime", "SpecDocument", "SpecYAML"], swiftSettings: house),
        .target(
            name: "SpecExamples",
            dependencies: ["CloudFlowRuntime", "SchemaValidation", "SpecDocument", "SpecYAML"],
            swiftSettings: house
        ),
        .target(
            name: "ReferenceSite",
            dependencies: ["CMarkGFM", "SchemaValidation", "SpecDocument", "SpecExamples", "SpecPlan", "SpecYAML", "SwiftText"],
            resources: [.embedInCode("Assets")],
            swiftSettings: house
        ),
        .target(
            name: "SpecMocking",
            dependencies: [
                "CloudFlowRuntime", "SchemaValidation", "SpecDocument", "SpecExamples",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "SpecContracts",
            dependencies: [
                "CloudFlowRuntime", "SchemaValidation", "SpecDocument", "SpecExamples", "SpecYAML",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "GeneratorCommands",
            dependencies: [
                "SpecYAML", "SpecDocument", "SpecComparison", "SpecPlan", "SpecPlanning", "SwiftText", "SwiftEmission", "ReferenceSite",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house
        ),
        .executableTarget(
            name: "cloudflow-generate",
            dependencies: [
                "GeneratorCommands",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house
        ),
        // Its commands that need a network, apart: who generates neither compiles nor loads a server and TLS.
        .executableTarget(
            name: "cloudflow-generate-network",
            dependencies: [
                "CloudFlowRuntime", "GeneratorCommands", "SpecContracts", "SpecDocument", "SpecMocking", "SpecYAML",
                .target(name: "CloudFlowClientTransport", condition: .when(traits: ["Client"])),
                .target(name: "CloudFlowServerTransport", condition: .when(traits: ["Server"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house
        ),

        // The generator in a build, and as a command of SwiftPM.
        .plugin(
            name: "CloudFlowGenerator",
            capability: .buildTool(),
            dependencies: ["cloudflow-generate"],
            path: "Sources/CloudFlowGenerator"
        ),
        .plugin(
            name: "CloudFlowGenerateAPI",
            capability: .command(
                intent: .custom(verb: "generate-api", description: "Generates Swift of API descriptions, as specs/apis.yaml says."),
                permissions: [.writeToPackageDirectory(reason: "The generated Swift goes into Generated/, or where --output says.")]
            ),
            dependencies: ["cloudflow-generate"],
            path: "Sources/CloudFlowGenerateAPI"
        ),

        // What generated code stands on, and the generated modules.
        .target(
            name: "CloudFlowRuntime",
            dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: house + [.enableExperimentalFeature("Lifetimes")]
        ),
        .target(
            name: "CloudFlowClientAPI",
            dependencies: ["CloudFlowRuntime"],
            path: "Generated/CloudFlowClientAPI",
            swiftSettings: house
        ),
        .target(
            name: "CloudFlowDeviceAPI",
            dependencies: ["CloudFlowRuntime"],
            path: "Generated/CloudFlowDeviceAPI",
            swiftSettings: house
        ),

        // Mocks of the services, for tests and previews.
        .target(
            name: "CloudFlowClientAPIMocks",
            dependencies: ["CloudFlowRuntime", "CloudFlowClientAPI"],
            path: "Generated/CloudFlowClientAPIMocks",
            swiftSettings: house
        ),
        .target(
            name: "CloudFlowDeviceAPIMocks",
            dependencies: ["CloudFlowRuntime", "CloudFlowDeviceAPI"],
            path: "Generated/CloudFlowDeviceAPIMocks",
            swiftSettings: house
        ),

        // What receivers of callbacks check them with.
        .target(
            name: "CloudFlowWebhooks",
            dependencies: [
                "CloudFlowRuntime", "CloudFlowClientAPI",
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Webhooks"])),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: house
        ),

        // The layer that users like, over the generated modules.
        .target(
            name: "CloudFlow",
            dependencies: ["CloudFlowRuntime", "CloudFlowClientAPI", "CloudFlowDeviceAPI"],
            swiftSettings: house
        ),

        // Transports.
        .target(
            name: "CloudFlowSocketProtocol",
            dependencies: [
                "CloudFlowRuntime",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "CloudFlowClientTransport",
            dependencies: [
                "CloudFlowRuntime", "CloudFlowSocketProtocol",
                .product(name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["Client"])),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "CloudFlowServerTransport",
            dependencies: [
                "CloudFlowRuntime", "CloudFlowSocketProtocol",
                .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Server"])),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras", condition: .when(traits: ["Server"])),
                .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: .when(traits: ["Server"])),
            ],
            swiftSettings: house
        ),

        // The gateway and its command.
        .target(
            name: "CloudFlowGateway",
            dependencies: [
                "CloudFlowRuntime", "CloudFlowClientAPI", "CloudFlowDeviceAPI", "CloudFlowWebhooks", "CloudFlowClientTransport",
                .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Gateway"])),
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Gateway"])),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "JWTKit", package: "jwt-kit", condition: .when(traits: ["Gateway"])),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Gateway"])),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: .when(traits: ["Gateway"])),
            ],
            swiftSettings: house
        ),
        .executableTarget(
            name: "cloudflow-cli",
            dependencies: [
                "CloudFlowGateway", "CloudFlowServerTransport", "CloudFlowClientTransport", "CloudFlowRuntime",
                "CloudFlow", "CloudFlowClientAPI", "CloudFlowDeviceAPI", "CloudFlowWebhooks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Gateway"])),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: .when(traits: ["Server"])),
                .product(name: "UnixSignals", package: "swift-service-lifecycle", condition: .when(traits: ["Server"])),
            ],
            swiftSettings: house
        ),

        // What the conformance cases of websockets talk to.
        .executableTarget(
            name: "socket-echo",
            dependencies: [
                "CloudFlowRuntime", "CloudFlowClientTransport", "CloudFlowServerTransport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Tests/Conformance/socket-echo",
            swiftSettings: house
        ),

        // The point of sale of the crash test.
        .executableTarget(
            name: "crash-shop",
            dependencies: [
                "CloudFlow", "CloudFlowClientAPI", "CloudFlowClientTransport", "CloudFlowRuntime",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Crash/crash-shop",
            swiftSettings: house
        ),

        // Tests.
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: house),
        .executableTarget(
            name: "generator-fuzzer",
            dependencies: [
                "SeededRandom", "SpecYAML", "SpecDocument", "SpecPlan", "SpecPlanning", "SwiftText", "SwiftEmission",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Fuzzing",
            swiftSettings: house
        ),
        .testTarget(name: "SpecYAMLTests", dependencies: ["SeededRandom", "SpecYAML"], swiftSettings: house),
        .testTarget(name: "SpecDocumentTests", dependencies: ["SpecDocument", "SpecYAML"], swiftSettings: house),
        .testTarget(
            name: "ReferenceSiteTests",
            dependencies: [
                "ReferenceSite", "SchemaValidation", "SpecDocument", "SpecExamples", "SpecPlan", "SpecPlanning", "SpecYAML", "SwiftText",
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "MockTests",
            dependencies: [
                "CloudFlowRuntime", "SchemaValidation", "SpecDocument", "SpecExamples", "SpecMocking", "SpecYAML",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "GeneratedMockTests",
            dependencies: ["CloudFlowRuntime", "CloudFlowClientAPI", "CloudFlowClientAPIMocks"],
            swiftSettings: house
        ),
        .testTarget(
            name: "ContractTests",
            dependencies: [
                "CloudFlowRuntime", "SpecContracts", "SpecDocument", "SpecMocking", "SpecYAML",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: house
        ),
        // The calls that the reference shows: they compile.
        .target(
            name: "DocumentedCalls",
            dependencies: ["CloudFlowClientAPI", "CloudFlowClientTransport", "CloudFlowDeviceAPI", "CloudFlowRuntime"],
            path: "Tests/DocumentedCalls",
            swiftSettings: house
        ),
        .testTarget(
            name: "ComparisonTests",
            dependencies: ["SchemaValidation", "SeededRandom", "SpecComparison", "SpecDocument", "SpecPlanning", "SpecYAML", "SwiftText"],
            swiftSettings: house
        ),
        .testTarget(name: "SwiftTextTests", dependencies: ["SwiftText"], swiftSettings: house),
        .testTarget(
            name: "GeneratorTests",
            dependencies: [
                "GeneratorCommands", "SpecYAML", "SpecDocument", "SpecComparison", "SpecPlan", "SpecPlanning", "SwiftText",
                "SwiftEmission",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Cases", "compile-cases"],
            swiftSettings: house
        ),
        // A golden case of the generator that runs: what it makes of each kind of schema.
        .target(
            name: "SchemaCases",
            dependencies: ["CloudFlowRuntime"],
            path: "Tests/GeneratorTests/Cases/schemas/expected",
            swiftSettings: house
        ),
        .testTarget(name: "GeneratedSchemaTests", dependencies: ["SchemaCases", "CloudFlowRuntime"], swiftSettings: house),
        .testTarget(
            name: "RuntimeTests",
            dependencies: ["CloudFlowRuntime", "SeededRandom", .product(name: "HTTPTypes", package: "swift-http-types")],
            swiftSettings: house
        ),
        .testTarget(
            name: "CloudFlowTests",
            dependencies: ["CloudFlow", "CloudFlowRuntime", "CloudFlowClientAPI", "CloudFlowDeviceAPI"],
            swiftSettings: house
        ),
        .testTarget(
            name: "GeneratedTests",
            dependencies: [
                "CloudFlowRuntime", "CloudFlowClientAPI", "CloudFlowDeviceAPI", "CloudFlowClientTransport", "CloudFlowServerTransport",
                "SpecDocument", "SpecYAML",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["missing-function"],
            swiftSettings: house
        ),
        .testTarget(
            name: "TransportTests",
            dependencies: [
                "CloudFlowRuntime", "CloudFlowClientTransport", "CloudFlowServerTransport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: .when(traits: ["Server"])),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "WebhookTests",
            dependencies: [
                "CloudFlowWebhooks", "CloudFlowRuntime", "CloudFlowClientAPI",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "SeededRandom",
                "cloudflow-cli", "CloudFlow", "CloudFlowGateway", "CloudFlowWebhooks", "CloudFlowRuntime", "CloudFlowClientAPI",
                "CloudFlowDeviceAPI",
                "CloudFlowClientTransport", "CloudFlowServerTransport",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Gateway"])),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "JWTKit", package: "jwt-kit", condition: .when(traits: ["Gateway"])),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Gateway"])),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: .when(traits: ["Server"])),
            ],
            swiftSettings: house
        ),
    ]
)

// Golden cases that are run as well as compiled. Recording them must not wait for what is recorded to compile.
if Context.environment["RECORD_CASES"] == nil {
    package.targets.append(
        .testTarget(
            name: "CaseRunTests",
            dependencies: ["CloudFlowRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
            exclude: [
                "Cases/bodies/diagnostics.txt", "Cases/constraints/diagnostics.txt", "Cases/defaults/diagnostics.txt",
                "Cases/openapi-3.2/diagnostics.txt", "Cases/parameter-styles/diagnostics.txt",
                "Cases/part-headers/diagnostics.txt", "Cases/path-queries/diagnostics.txt", "Cases/pattern-properties/diagnostics.txt",
                "Cases/security-schemes/diagnostics.txt", "Cases/union-values/diagnostics.txt",
            ],
            swiftSettings: house
        )
    )
}
