// swift-tools-version: 6.2
import PackageDescription

// To start from this: copy the folder, and put the package's URL in the place of its path. The trait leaves out servers and databases.
let package = Package(
    name: "point-of-sale",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "cloudflow", path: "../../..", traits: ["Client"]),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "point-of-sale",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "CloudFlow", package: "cloudflow"),
                .product(name: "CloudFlowClientAPI", package: "cloudflow"),
                .product(name: "CloudFlowClientTransport", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
            ]
        )
    ]
)
