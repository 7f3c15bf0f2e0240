// swift-tools-version: 6.2
import PackageDescription

// To start from this: copy the folder, and put the package's URL in the place of its path. The trait leaves out clients and databases.
let package = Package(
    name: "terminals",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "cloudflow", path: "../../..", traits: ["Server"])
    ],
    targets: [
        .executableTarget(
            name: "terminals",
            dependencies: [
                .product(name: "CloudFlowClientAPI", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
                .product(name: "CloudFlowServerTransport", package: "cloudflow"),
            ]
        )
    ]
)
