// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "examples",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "cloudflow", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "point-of-sale",
            dependencies: [
                .product(name: "CloudFlowClientAPI", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
                .product(name: "CloudFlowClientTransport", package: "cloudflow"),
            ]
        ),
        .executableTarget(
            name: "terminals",
            dependencies: [
                .product(name: "CloudFlowClientAPI", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
                .product(name: "CloudFlowServerTransport", package: "cloudflow"),
            ]
        ),
        .executableTarget(
            name: "till",
            dependencies: [
                .product(name: "CloudFlow", package: "cloudflow"),
                .product(name: "CloudFlowClientAPI", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
                .product(name: "CloudFlowClientTransport", package: "cloudflow"),
            ]
        ),
        .executableTarget(
            name: "payment-terminal",
            dependencies: [
                .product(name: "CloudFlow", package: "cloudflow"),
                .product(name: "CloudFlowClientAPI", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
                .product(name: "CloudFlowClientTransport", package: "cloudflow"),
            ]
        ),
    ]
)
