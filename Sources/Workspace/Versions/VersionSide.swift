package import Diagnostics
internal import Markdown
package import Procedures

/// One side of a comparison: where a text comes from (spec/versions.md 4).
package enum VersionSide: Sendable, Hashable {
  /// `CODE`: the working copy.
  case working(String)
  /// `CODE@2.0`: an issued version.
  case version(String, Version)
  /// `CODE@current`: the version in force today.
  case current(String)
  /// `CODE@2026-05-01`: the version in force on a day.
  case day(String, Day)
  /// `git:REV:PATH`: a file at a revision.
  case git(revision: String, path: String)

  /// Reads a side; nil for what is none of these, such as the path of a file.
  package init?(parsing text: String) {
    if text.hasPrefix("git:") {
      let parts = text.dropFirst(4).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
      let path = parts[1].hasPrefix("./") ? parts[1].dropFirst(2) : parts[1]
      self = .git(revision: String(parts[0]), path: String(path))
      return
    }
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, Code.fault(in: first) == nil else { return nil }
    let code = String(first)
    guard parts.count == 2 else {
      self = .working(code)
      return
    }
    if parts[1] == "current" {
      self = .current(code)
    } else if let day = Day(parsing: parts[1]) {
      self = .day(code, day)
    } else if let version = Version(parsing: parts[1]) {
      self = .version(code, version)
    } else {
      return nil
    }
  }
}

/// A text of one side with what its names mean there: a version is only another list of source files.
package struct VersionText: Sendable {
  /// What it is, in a few words, such as `SC-001 2.0（2026-03-15 起）`.
  package let label: Localized
  /// The handbook that it was read in: its own time's roles, departments, titles and settings.
  package let loaded: LoadedHandbook
  /// The document in it.
  package let article: ArticleID
  /// The issued version, where it is one.
  package let version: IssuedVersion?

  /// The text itself.
  package var file: SourceFile { loaded.handbook[article].document.source }
}

/// Finds the texts of sides in one handbook; the archive and the repository are opened once, when a side needs them.
package struct VersionTexts: Sendable {
  private let root: String
  private let archive: Archive?
  private let today: Day

  /// Opens a handbook.
  ///
  /// - Parameters:
  ///   - root: the handbook's folder; of `git:` sides alone it may be a bare repository.
  ///   - today: the value of `--today`.
  package init(_ root: String, today: String? = nil) throws(WorkspaceError) {
    self.root = root
    archive = try Archive.open(root, for: .reading)
    self.today = try Today.read(option: today, utcOffset: try Settings.read(handbook: root).utcOffset)
    archive?.unlock()
    if let archive, let fault = archive.faults.first {
      throw WorkspaceError(.ledger, path: fault.path, message: fault.message)
    }
  }

  /// Everything that was recorded of a document.
  package func record(_ code: String) -> DocumentRecord? { archive?.ledger[code] }

  /// The text of a side.
  package func text(_ side: VersionSide) throws(WorkspaceError) -> VersionText {
    switch side {
    case .working(let code): return try working(code)
    case .version(let code, let version):
      let record = try found(code)
      guard let issued = record[version] else {
        let all = record.versions.map(\.version.text)
        throw Self.missing(
          "\(code)@\(version)", zh: "没有发行过这个版本；发行过 \(all.joined(separator: "、"))",
          en: "this version was never issued; there are \(all.joined(separator: ", "))")
      }
      return try sealed(record, issued)
    case .current(let code): return try inForce(code, on: today)
    case .day(let code, let day): return try inForce(code, on: day)
    case .git(let revision, let path): return try git(revision, path)
    }
  }

  /// The text of an issued version, read with the names that were sealed with it.
  package func sealed(_ record: DocumentRecord, _ version: IssuedVersion) throws(WorkspaceError) -> VersionText {
    guard let archive else { throw Self.missing(record.code, zh: "没有发行档案", en: "there is no archive") }
    let source = try SealedSource(record, version, in: archive)
    let loaded = try LoadedHandbook(sealed: source, in: archive, jobs: 1)
    let path = "content/" + version.issuance.path
    guard let article = loaded.handbook.articles.first(where: { $0.path == path }) else {
      throw Self.missing(record.code, zh: "密封的文本读不出来", en: "the sealed text cannot be read")
    }
    let effective = version.issuance.effective
    return VersionText(
      label: Localized(
        zh: "\(record.code) \(version.version)（\(effective) 起）",
        en: "\(record.code) \(version.version) (from \(effective))"),
      loaded: loaded, article: article.id, version: version)
  }

  private func found(_ code: String) throws(WorkspaceError) -> DocumentRecord {
    if let record = archive?.ledger[code] { return record }
    throw Self.missing(code, zh: "没有发行过这个编号的文件", en: "no document with this code was ever issued")
  }

  private func inForce(_ code: String, on day: Day) throws(WorkspaceError) -> VersionText {
    let record = try found(code)
    let standing = record.standing(on: day)
    guard standing.state == .inForce || standing.state == .held, let version = standing.version else {
      throw Self.missing(code, zh: "\(day) 没有现行有效的版本", en: "no version was in force on \(day)")
    }
    return try sealed(record, version)
  }

  private func working(_ code: String) throws(WorkspaceError) -> VersionText {
    let loaded = try LoadedHandbook(reading: root)
    let article = loaded.handbook.articles.first { article in
      !article.entry.isTranslation && article.code?.lowercased() == code.lowercased()
    }
    guard let article else {
      throw Self.missing(code, zh: "工作稿里没有这个编号", en: "the working copy has no such code")
    }
    return VersionText(
      label: Localized(zh: "\(code) 工作稿", en: "\(code), working copy"), loaded: loaded, article: article.id,
      version: nil)
  }

  private func git(_ revision: String, _ path: String) throws(WorkspaceError) -> VersionText {
    let repository = try GitRepository(of: root)
    let commit = try repository.commit(revision)
    let label = Localized(zh: "\(path)（git \(revision)）", en: "\(path) (git \(revision))")
    let loaded = try LoadedHandbook(repository, at: commit)
    if let article = loaded?.handbook.articles.first(where: { $0.path == path }), let loaded {
      return VersionText(label: label, loaded: loaded, article: article.id, version: nil)
    }
    guard let bytes = try repository.bytes(of: path, at: commit) else {
      throw Self.missing("git:\(revision):\(path)", zh: "这个版本里没有这个文件", en: "the revision has no such file")
    }
    let loose = LoadedHandbook(loose: [SourceFile(path: path, bytes: bytes)])
    return VersionText(label: label, loaded: loose, article: ArticleID(0), version: nil)
  }

  private static func missing(_ path: String, zh: String, en: String) -> WorkspaceError {
    WorkspaceError(.version, path: path, message: Localized(zh: zh, en: en))
  }
}

extension LoadedHandbook {
  /// Reads a sealed version with the names that were sealed with it: roles, departments and settings as they stood, and
  /// stand-ins for all other documents.
  init(sealed source: SealedSource, in archive: Archive, jobs: Int) throws(WorkspaceError) {
    let context = try archive.context(source.version.issuance.context)
    var documents = source.documents
    var settings: SourceFile?
    for file in context.files {
      let one = SourceFile(path: "content/" + file.path, bytes: try archive.object(file.digest))
      if one.path == ContentPlace.settingsPath { settings = one } else { documents.append(one) }
    }
    let own = Set(documents.map(\.path))
    documents += context.documents.map(\.standIn).filter { !own.contains($0.path) }
    let content = Content(
      documents: documents, settings: settings,
      attachments: source.attachments.map { Attachment(path: $0.path, size: 0) }, records: [], issued: [],
      templates: [],
      diagnostics: [], root: archive.root)
    self.init(content, jobs: jobs)
  }

  /// Reads the whole handbook as it stood at a commit; nil where it has no documents there.
  package init?(_ repository: GitRepository, at commit: String) throws(WorkspaceError) {
    var documents: [SourceFile] = []
    var settings: SourceFile?
    var others: [Attachment] = []
    for path in try repository.paths(at: commit) {
      switch ContentPlace(path) {
      case .document, .settings:
        guard let bytes = try repository.bytes(of: path, at: commit), bytes.count <= ContentFolder.documentLimit else {
          continue
        }
        let file = SourceFile(path: path, bytes: bytes)
        if path == ContentPlace.settingsPath { settings = file } else { documents.append(file) }
      case .attachment: others.append(Attachment(path: path, size: 0))
      case .record, .issued, .template: continue
      }
    }
    if documents.isEmpty { return nil }
    var found: [Diagnostic] = []
    let parsed = settings.map { Settings(parsing: $0, diagnostics: &found) } ?? Settings()
    self.init(documents: documents, settings: parsed, attachments: Set(others.map(\.path)))
  }

  private init(documents: [SourceFile], settings: Settings, attachments: Set<String>) {
    var found: [Diagnostic] = []
    let entries = documents.compactMap { file in
      ArticleKind(path: file.path).map { Entry(reading: file, as: $0, diagnostics: &found) }
    }
    self.init(Register(entries, settings: settings), documents, attachments, found)
  }
}
