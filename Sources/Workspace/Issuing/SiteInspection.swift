package import Diagnostics
package import Procedures

/// A published folder, held against its manifest and against the ledger (spec/versions.md 1, `verify --site`).
package struct SiteInspection: Sendable {
  /// What is wrong, each thing named.
  package private(set) var faults: [Diagnostic] = []
  /// How many files were read.
  package private(set) var files = 0
  /// Their bytes.
  package private(set) var bytes = 0
  /// Files that the manifest does not list: they belong to somebody else and are no fault by themselves.
  package private(set) var foreign: [String] = []

  /// Reads every file of a published folder. Linear in their bytes.
  ///
  /// - Parameters:
  ///   - site: the folder.
  ///   - ledger: the ledger that it was published from; nil where there is none.
  package init(_ site: String, ledger: Ledger?, jobs: Int = Parallel.processors) throws(WorkspaceError) {
    let folder = try OpenFolder(at: site)
    guard case .bytes(let listed) = folder.read(Manifest.path, limit: 1 << 30) else {
      throw WorkspaceError(
        .ledger, path: site + "/" + Manifest.path,
        message: Localized(zh: "没有清单：这不是发布出来的文件夹", en: "there is no manifest: this is no published folder"))
    }
    guard let manifest = Manifest(parsing: listed) else {
      throw WorkspaceError(
        .ledger, path: site + "/" + Manifest.path,
        message: Localized(zh: "清单被改动过或已损坏", en: "the manifest was altered or is damaged"))
    }
    let found = Parallel.map(manifest.entries, jobs: jobs) { Self.check($0, in: folder, shown: site) }
    for (size, fault) in found {
      files += 1
      bytes += size
      if let fault { faults.append(fault) }
    }
    foreign = try ForeignFiles(in: folder, manifest: manifest, shown: site).files
    if let ledger { compare(ledger, in: folder, shown: site) }
  }

  private static func check(
    _ entry: Manifest.Entry, in folder: OpenFolder, shown: String
  ) -> (size: Int, fault: Diagnostic?) {
    let path = shown + "/" + entry.path
    switch folder.read(entry.path, limit: max(entry.size, 1) * 2 + 1024) {
    case .bytes(let bytes):
      if bytes.count == entry.size, Digest(bytes) == entry.digest { return (bytes.count, nil) }
      return (bytes.count, fault(path, "与清单不符：被改动过", "it does not match the manifest: it was altered"))
    case .tooLarge:
      return (0, fault(path, "与清单不符：被改动过", "it does not match the manifest: it was altered"))
    case .notFile, .failed:
      return (0, fault(path, "清单里有，文件夹里没有", "the manifest lists it, and it is not there"))
    }
  }

  private static func fault(_ path: String, _ zh: String, _ en: String) -> Diagnostic {
    Diagnostic(.error, .documentControl, path: path, range: .start, message: Localized(zh: zh, en: en))
  }

  /// The ledger that was published must be a beginning of the ledger that is kept.
  private mutating func compare(_ ledger: Ledger, in folder: OpenFolder, shown: String) {
    guard case .bytes(let published) = folder.read(PublishedLedger.path, limit: 1 << 32) else { return }
    let path = shown + "/" + PublishedLedger.path
    for (index, line) in published.split(separator: 0x0A).enumerated() {
      let hash = CanonicalJSON.value(Array(line))?["hash"]?.text
      guard index < ledger.events.count else {
        faults.append(
          Self.fault(
            path, "发布时台账有第 \(index + 1) 行，现在的台账只有 \(ledger.events.count) 行：台账被截短或退回到旧的一份",
            "line \(index + 1) was published, and the ledger has \(ledger.events.count) lines now: it was cut or rolled back"
          ))
        return
      }
      if hash != ledger.events[index].hash {
        faults.append(
          Self.fault(
            path, "第 \(index + 1) 行与现在的台账不同：其中一份被换过",
            "line \(index + 1) differs from the ledger: one of them was replaced"))
        return
      }
    }
  }
}

/// The ledger as it is published.
enum PublishedLedger {
  /// Where it is in the published folder.
  static let path = "data/ledger.jsonl"
}
