// swift-tools-version: 6.2
import PackageDescription

// To start from this: copy the folder, put the package's URL in the place of its path, and your description in that of openapi.yaml.
let package = Package(
    name: "own-api",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "cloudflow", path: "../../..", traits: ["Server"])
    ],
    targets: [
        // The plugin makes Swift of Sources/Tills/openapi.yaml at each build that finds it changed; it is not committed.
        .executableTarget(
            name: "Tills",
            dependencies: [
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
                .product(name: "CloudFlowServerTransport", package: "cloudflow"),
            ],
            plugins: [
                .plugin(name: "CloudFlowGenerator", package: "cloudflow")
            ]
        )
    ]
)
