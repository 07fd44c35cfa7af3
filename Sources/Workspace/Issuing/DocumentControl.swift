package import Diagnostics
package import Procedures

/// The commands that write to the ledger (spec/cli.md).
package struct DocumentControl: Sendable {
  /// What came of a command.
  package enum Outcome: Sendable {
    /// The events were written, or would be with `--dry-run`.
    case recorded([LedgerEvent], notices: [Localized])
    /// The document or the request is not as it must be; nothing was written.
    case refused([Diagnostic], files: [SourceFile])
    /// The archive is not as it was written; nothing may be added to it.
    case broken([Diagnostic], ledger: SourceFile)
  }

  /// The handbook's folder.
  package let root: String
  /// When it is recorded.
  package let recording: Recording
  /// Whether nothing is written.
  package var isDryRun = false
  var disk = Disk()
  /// How long another command may hold the archive, in milliseconds.
  package var patience = 30_000

  /// Prepares a command.
  package init(root: String, recording: Recording) {
    self.root = root
    self.recording = recording
  }

  /// Opens the archive for writing, refuses one that is not sound, and writes what `body` decides on.
  func file(
    touching codes: [String],
    _ body: (Archive) throws(WorkspaceError) -> Result<Filing, Refusal>
  ) throws(WorkspaceError) -> Outcome {
    let folder = try OpenFolder(at: root)
    let purpose: Archive.Purpose = isDryRun ? .reading : .writing
    guard let archive = try Archive.open(folder, for: purpose, patience: patience, disk: disk) else {
      return try fileFirst(folder, body)
    }
    let faults = try archive.inspect(codes: Set(codes.map { $0.lowercased() })).faults
    if !faults.isEmpty { return .broken(faults, ledger: archive.ledgerFile) }
    try recording.refuseBefore(archive.ledger.events.last)
    let filing: Filing
    switch try body(archive) {
    case .failure(let refusal): return .refused(refusal.findings, files: refusal.files)
    case .success(let found): filing = found
    }
    if isDryRun {
      return .recorded(
        archive.seal(filing.actions, at: recording.at, backdated: recording.backdated), notices: archive.notices)
    }
    let events = try archive.write(filing, at: recording.at, backdated: recording.backdated)
    return .recorded(events, notices: archive.notices + GitAttributes.complete(folder, disk))
  }

  /// A dry run in a handbook without an archive must not make one.
  private func fileFirst(
    _ folder: OpenFolder, _ body: (Archive) throws(WorkspaceError) -> Result<Filing, Refusal>
  ) throws(WorkspaceError) -> Outcome {
    let archive = Archive(emptyIn: folder)
    switch try body(archive) {
    case .failure(let refusal): return .refused(refusal.findings, files: refusal.files)
    case .success(let filing):
      return .recorded(archive.seal(filing.actions, at: recording.at, backdated: recording.backdated), notices: [])
    }
  }

  /// A refusal that is about the request, not about a place in a file.
  static func refusal(_ subject: String, zh: String, en: String, help: Localized? = nil) -> Refusal {
    Refusal(
      findings: [
        Diagnostic(
          .error, .documentControl, path: subject, range: .start, message: Localized(zh: zh, en: en), help: help)
      ], files: [])
  }
}

/// Why nothing was written: findings, and the texts that they point into.
struct Refusal: Error, Sendable {
  let findings: [Diagnostic]
  let files: [SourceFile]
}

/// `.gitattributes` of a handbook that is kept in git: sealed bytes must come back as they are, and two ledgers must
/// never be merged line by line (spec/versions.md 1).
enum GitAttributes {
  private static let name = ".gitattributes"
  private static let lines = ["content/issued/** -text", "content/issued/ledger.jsonl merge=binary"]

  /// Adds the lines that are missing; what cannot be written is told, because the ledger itself is sound.
  static func complete(_ root: OpenFolder, _ disk: Disk) -> [Localized] {
    var text: [UInt8] = []
    if case .bytes(let found) = root.read(name, limit: 1 << 20) { text = found }
    let present = text.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self).filter { $0 != "\r" } }
    let missing = lines.filter { !present.contains($0) }
    if missing.isEmpty { return [] }
    let start = text.isEmpty || text.last == 0x0A ? "" : "\n"
    do {
      let added = Array((start + missing.joined(separator: "\n") + "\n").utf8)
      try disk.append(added, to: name, keeping: text.count, in: root)
      return []
    } catch {
      return [
        Localized(
          zh: "没能补全 .gitattributes；若用 git 保存手册，请加上：\(missing.joined(separator: "；"))",
          en:
            ".gitattributes could not be completed; if the handbook is kept in git, add: \(missing.joined(separator: "; "))"
        )
      ]
    }
  }
}
