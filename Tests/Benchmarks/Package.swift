// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "cloudflow", path: "../..")],
    targets: [
        .executableTarget(
            name: "json-bench",
            dependencies: [
                .product(name: "CloudFlowClientAPI", package: "cloudflow"),
                .product(name: "CloudFlowRuntime", package: "cloudflow"),
            ]
        ),
        .executableTarget(name: "generator-bench"),
    ]
)
