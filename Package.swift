// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A stage of the line, with the modules it may import; Tests/TidyTests holds the same table against the source text.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

let package = Package(
  name: "handrail",
  products: [.executable(name: "handrail", targets: ["handrail"])],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
  targets: [
    .target(name: "CCMark", linkerSettings: [.linkedLibrary("cmark")]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CSystem"),
    .target(name: "CTemplates"),
    stage("Diagnostics"),
    stage("Markdown", ["Diagnostics", "CCMark", "CYAML"]),
    stage("Templates", ["Diagnostics"]),
    stage("Procedures", ["Diagnostics", "Markdown"]),
    stage("Checks", ["Diagnostics", "Markdown", "Procedures"]),
    stage("Redlines", ["Diagnostics", "Markdown", "Procedures"]),
    stage("Rendering", ["Diagnostics", "Markdown", "Procedures", "Redlines", "Templates", "CTemplates"]),
    stage(
      "Workspace",
      [
        "Diagnostics", "Markdown", "Procedures", "Checks", "Redlines", "Templates", "Rendering", "CCrypto", "CSodium",
        "CSystem",
      ]),
    .executableTarget(
      name: "handrail",
      dependencies: [
        "Diagnostics", "Markdown", "Procedures", "Checks", "Redlines", "Templates", "Rendering", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("MarkdownTests", ["Markdown", "Diagnostics", "CCMark"]),
    tests("TemplatesTests", ["Templates", "Diagnostics"]),
    tests("ProceduresTests", ["Procedures", "Markdown", "Diagnostics"]),
    tests("RedlinesTests", ["Redlines", "Procedures", "Markdown", "Diagnostics"]),
    tests("RenderingTests", ["Rendering", "Procedures", "Markdown", "Templates", "Diagnostics"]),
    tests("ChecksTests", ["Checks", "Diagnostics", "Markdown", "Procedures", "Workspace"]),
    tests("WorkspaceTests", ["Workspace", "Rendering", "Diagnostics"]),
    tests("EndToEndTests", ["Diagnostics", "Checks", "Procedures", "Redlines", "Rendering", "Templates", "Workspace"]),
    tests("TidyTests", []),
  ],
  swiftLanguageModes: [.v6])
