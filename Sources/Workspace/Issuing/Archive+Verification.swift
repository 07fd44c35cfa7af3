package import Diagnostics
internal import Glibc
package import Procedures

/// A file that the ledger names: where it is kept, what it must hold, and which version it belongs to.
private struct Expected: Sendable {
  let place: String
  let digest: String
  let owner: String
}

/// What came of looking through the archive.
package struct Inspection: Sendable {
  /// What is wrong, each thing named; empty of a sound archive.
  package var faults: [Diagnostic] = []
  /// How many files were read.
  package var files = 0
  /// Their bytes.
  package var bytes = 0
}

extension Archive {
  /// Recomputes every sealed file, and looks for files that no line names. Linear in the bytes of the files.
  ///
  /// - Parameters:
  ///   - codes: the documents whose versions are looked at; nil for everything.
  ///   - jobs: the most workers at a time.
  package func inspect(
    codes: Set<String>? = nil, jobs: Int = Parallel.processors
  ) throws(WorkspaceError) -> Inspection {
    var inspection = Inspection()
    inspection.faults = faults
    var expected = expectedFiles(codes)
    var known: Set<String> = Set(expected.map(\.place))
    let contexts = Set(issuances(codes).map(\.context)).sorted()
    for context in contexts {
      guard let sealed = try? self.context(context) else { continue }
      for file in sealed.files {
        let place = Issuance.object(file.digest)
        guard known.insert(place).inserted else { continue }
        expected.append(Expected(place: place, digest: file.digest, owner: "content/" + file.path))
      }
    }
    let found = Parallel.map(expected, jobs: jobs) { check($0) }
    for (size, fault) in found {
      inspection.files += 1
      inspection.bytes += size
      if let fault { inspection.faults.append(fault) }
    }
    inspection.faults += try unlisted(known, codes)
    return inspection
  }

  private func issuances(_ codes: Set<String>?) -> [Issuance] {
    ledger.events.compactMap { event in
      guard case .issue(let one) = event.action, codes?.contains(one.code.lowercased()) ?? true else { return nil }
      return one
    }
  }

  private func expectedFiles(_ codes: Set<String>?) -> [Expected] {
    var seen: Set<String> = []
    var expected: [Expected] = []
    for one in issuances(codes) {
      let owner = "\(one.code)@\(one.version)"
      for file in one.files {
        let place = one.place(of: file)
        if seen.insert(place).inserted { expected.append(Expected(place: place, digest: file.digest, owner: owner)) }
      }
      let context = Issuance.object(one.context)
      if seen.insert(context).inserted {
        expected.append(Expected(place: context, digest: one.context, owner: owner))
      }
    }
    return expected
  }

  private func check(_ file: Expected) -> (size: Int, fault: Diagnostic?) {
    switch issued.read(file.place, limit: Attachment.limit) {
    case .bytes(let bytes):
      return (bytes.count, Digest(bytes).hex == file.digest ? nil : .alteredFile(file.place, owner: file.owner))
    case .failed(ENOENT), .failed(ENOTDIR): return (0, .missingFile(file.place, owner: file.owner))
    case .failed(let code): return (0, .unreadableFile(file.place, owner: file.owner, SystemReason.text(code)))
    case .tooLarge: return (0, .alteredFile(file.place, owner: file.owner))
    case .notFile:
      return (0, .unreadableFile(file.place, owner: file.owner, Localized(zh: "不是普通文件", en: "not a regular file")))
    }
  }

  /// Everything below the folder that no line of the ledger names.
  private func unlisted(_ known: Set<String>, _ codes: Set<String>?) throws(WorkspaceError) -> [Diagnostic] {
    var found: [String] = []
    var queue = [""]
    while let folder = queue.popLast() {
      let entries: [FolderEntry]
      switch issued.entries(of: folder) {
      case .success(let all): entries = all
      case .failure(let error):
        throw WorkspaceError(WorkspaceAction.list.text, path: Self.folder + "/" + folder, code: error.code)
      }
      for entry in entries {
        if entry.shown.hasPrefix(".") || entry.name == "Thumbs.db" { continue }
        let path = folder.isEmpty ? entry.shown : folder + "/" + entry.shown
        if path == Self.ledgerName || path == Self.signatureName || unfinished.contains(path) { continue }
        if folder.isEmpty, let codes, !codes.contains(path.lowercased()) { continue }
        if entry.kind == .folder, entry.name != nil {
          queue.append(path)
        } else if !known.contains(path) {
          found.append(path)
        }
      }
    }
    found.sort(by: PathText.precedes)
    if text.events.isEmpty, text.end == 0, let first = found.first(where: { !$0.hasPrefix("_") }) ?? found.first {
      return [.missingLedger(first, count: found.count)]
    }
    let versions = found.filter { !$0.hasPrefix("_objects/") }.map { Diagnostic.unlistedFile($0, others: 0) }
    let objects = found.filter { $0.hasPrefix("_objects/") }
    // A cut ledger strands many objects at once; the versions that they belong to say more than each of them.
    guard objects.count > 3, let first = objects.first else {
      return versions + objects.map { .unlistedFile($0, others: 0) }
    }
    return versions + [.unlistedFile(first, others: objects.count - 1)]
  }

  /// Reads what names meant, by its digest.
  package func context(_ digest: String) throws(WorkspaceError) -> SealedContext {
    let bytes = try object(digest)
    if let context = SealedContext(parsing: bytes) { return context }
    throw WorkspaceError(
      .ledger, path: Self.folder + "/" + Issuance.object(digest),
      message: Localized(zh: "读不懂这份密封的名称表", en: "this sealed table of names cannot be read"))
  }

  /// Reads what is kept by its digest, and holds it against it.
  package func object(_ digest: String) throws(WorkspaceError) -> [UInt8] {
    try bytes(at: Issuance.object(digest), digest: digest)
  }

  /// Reads a sealed file of a version, and holds it against the ledger.
  package func bytes(of file: Issuance.File, in issuance: Issuance) throws(WorkspaceError) -> [UInt8] {
    try bytes(at: issuance.place(of: file), digest: file.digest)
  }

  private func bytes(at place: String, digest: String) throws(WorkspaceError) -> [UInt8] {
    let path = Self.folder + "/" + place
    switch issued.read(place, limit: Attachment.limit) {
    case .bytes(let bytes):
      if Digest(bytes).hex == digest { return bytes }
      throw WorkspaceError(
        .ledger, path: path, message: Localized(zh: "密封的文件被改动过，与台账不符", en: "this sealed file was altered"))
    case .failed(let code): throw WorkspaceError(WorkspaceAction.read.text, path: path, code: code)
    case .tooLarge, .notFile:
      throw WorkspaceError(.ledger, path: path, message: Localized(zh: "不是普通文件", en: "not a regular file"))
    }
  }
}

extension Diagnostic {
  private static func sealed(_ place: String, _ message: Localized, _ help: Localized) -> Diagnostic {
    Diagnostic(
      .error, .documentControl, path: Archive.folder + "/" + place, range: .start, message: message, help: help)
  }

  private static let restore = Localized(
    zh: "从备份或版本库恢复这个文件，再用 handrail verify 核对",
    en: "restore this file from a backup or from git, then run handrail verify")

  fileprivate static func alteredFile(_ place: String, owner: String) -> Diagnostic {
    sealed(
      place,
      Localized(
        zh: "\(owner) 的密封文件被改动过，与台账里的散列值不符",
        en: "this sealed file of \(owner) was altered: it does not match the ledger"),
      restore)
  }

  fileprivate static func missingFile(_ place: String, owner: String) -> Diagnostic {
    sealed(
      place,
      Localized(zh: "\(owner) 的密封文件不见了", en: "this sealed file of \(owner) is missing"), restore)
  }

  fileprivate static func unreadableFile(_ place: String, owner: String, _ reason: Localized) -> Diagnostic {
    sealed(
      place,
      Localized(zh: "\(owner) 的密封文件无法读取：\(reason.zh)", en: "this sealed file of \(owner) cannot be read: \(reason.en)"),
      restore)
  }

  fileprivate static func missingLedger(_ place: String, count: Int) -> Diagnostic {
    sealed(
      Archive.ledgerName,
      Localized(
        zh: "台账不见了或是空的，但这里有 \(count) 个密封文件（如 \(place)）",
        en: "the ledger is missing or empty, but \(count) sealed files are here (such as \(place))"),
      Localized(
        zh: "从备份或版本库恢复 content/issued/ledger.jsonl", en: "restore content/issued/ledger.jsonl from a backup or from git"
      ))
  }

  fileprivate static func unlistedFile(_ place: String, others: Int) -> Diagnostic {
    sealed(
      place,
      Localized(
        zh: "台账里没有这个文件" + (others > 0 ? "，同一文件夹里这样的还有 \(others) 个" : ""),
        en: "no line of the ledger names this file" + (others > 0 ? ", nor \(others) more in this folder" : "")),
      !place.hasPrefix("_objects/")
        ? Localized(
          zh: "台账可能被截短或退回到旧的一份：从备份恢复 content/issued/ledger.jsonl；若是有人放进来的，移走它",
          en:
            "the ledger may have been cut or rolled back: restore content/issued/ledger.jsonl from a backup; if somebody "
            + "put the file here, move it away")
        : Localized(
          zh: "台账可能被截短或退回到旧的一份；若是有人放进来的，移走它",
          en: "the ledger may have been cut or rolled back; if somebody put the file here, move it away"))
  }
}
