internal import Diagnostics
internal import Procedures
internal import Rendering

extension PublishedHandbook {
  /// The texts of all versions that were sealed by the day and may be seen, with what their names meant.
  func sealedTexts(jobs: Int) throws(WorkspaceError) -> SealedTexts {
    guard let archive, let ledger else { return SealedTexts() }
    var reader = SealedNamesReader(archive: archive, filter: filter, hidden: hidden, jobs: jobs)
    var texts: [SealedTexts.Text] = []
    for record in ledger.documents {
      for version in record.versions where version.event.at.day <= day {
        let source = try SealedSource(record, version, in: archive)
        let path = "content/" + version.issuance.path
        let files = source.documents.filter { $0.path == path } + source.documents.filter { $0.path != path }
        guard files.first?.path == path else { continue }
        let shown = source.attachments.map { ($0.path, SealedSource.path($0.path, $0.digest)) }
        texts.append(
          SealedTexts.Text(
            code: record.code, version: version.version, files: files,
            attachments: Dictionary(shown) { first, _ in first }, names: try reader.place(of: version.issuance)))
      }
    }
    return SealedTexts(names: reader.names, texts: texts)
  }

  /// What sealed versions show, also those that are no longer in force: the path that it is published from, its digest.
  func attachmentsOfVersions() -> [String: String] {
    var found: [String: String] = [:]
    for record in ledger?.documents ?? [] {
      for version in record.versions where version.event.at.day <= day {
        for file in version.issuance.files where version.issuance.place(of: file) == Issuance.object(file.digest) {
          found[SealedSource.path("content/" + file.path, file.digest)] = file.digest
        }
      }
    }
    return found
  }
}

/// Reads what names meant, each set once; files that several sets share are read and parsed once.
private struct SealedNamesReader {
  let archive: Archive
  let filter: AudienceFilter
  let hidden: Set<String>
  let jobs: Int
  private(set) var names: [SealedNames] = []
  private var places: [String: Int] = [:]
  private var entries: [String: Entry] = [:]
  private var standIns: [SealedContext.Document: Entry] = [:]

  init(archive: Archive, filter: AudienceFilter, hidden: Set<String>, jobs: Int) {
    self.archive = archive
    self.filter = filter
    self.hidden = hidden
    self.jobs = jobs
  }

  /// The place of the names of a version among all.
  mutating func place(of issuance: Issuance) throws(WorkspaceError) -> Int {
    if let place = places[issuance.context] { return place }
    let context = try archive.context(issuance.context)
    var settings = Settings()
    var found: [Entry] = []
    for file in context.files {
      let path = "content/" + file.path
      if path == ContentPlace.settingsPath {
        var ignored: [Diagnostic] = []
        settings = Settings(
          parsing: SourceFile(path: path, bytes: try archive.object(file.digest)), diagnostics: &ignored)
      } else if let kind = ArticleKind(path: path) {
        let entry = try entry(path, kind, file.digest)
        if filter.shows(entry.card) { found.append(entry) }
      }
    }
    for document in context.documents where !(document.code.map { hidden.contains($0.lowercased()) } ?? false) {
      if let entry = standIn(document) { found.append(entry) }
    }
    names.append(SealedNames(found, settings: settings) { [jobs] in Parallel.map(count: $0, jobs: jobs, $1) })
    places[issuance.context] = names.count - 1
    return names.count - 1
  }

  private mutating func entry(_ path: String, _ kind: ArticleKind, _ digest: String) throws(WorkspaceError) -> Entry {
    let key = path + " " + digest
    if let entry = entries[key] { return entry }
    var ignored: [Diagnostic] = []
    let entry = Entry(
      reading: SourceFile(path: path, bytes: try archive.object(digest)), as: kind, diagnostics: &ignored)
    entries[key] = entry
    return entry
  }

  private mutating func standIn(_ document: SealedContext.Document) -> Entry? {
    if let entry = standIns[document] { return entry }
    let file = document.standIn
    guard let kind = ArticleKind(path: file.path) else { return nil }
    var ignored: [Diagnostic] = []
    let entry = Entry(reading: file, as: kind, diagnostics: &ignored)
    standIns[document] = entry
    return entry
  }
}
