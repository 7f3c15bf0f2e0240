// swift-tools-version: 6.2
import PackageDescription

// To start from this: copy the folder, and put the package's URL in the place of its path. The trait leaves out servers and databases.
let package = Package(
    name: "payment-terminal",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "cloudflow", path: "../../..", traits: ["Client"])
    ],
    targets: [
        .executableTarget(
            name: "payment-terminal",
            dependencies: [
                .product(name: "CloudFlow", package: "cloudflow"),
                .product(name: "CloudFlowClientTransport", package: "cloudflow"),
                .product(name: "CloudFlowDeviceAPI", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
            ]
        )
    ]
)
