internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Rendering

/// Chooses the texts that are published, and remembers where each comes from.
struct Selection {
  private let content: Content
  private let day: Day
  private let filter: AudienceFilter
  private var documents: [SourceFile] = []
  /// The paths of texts that are sealed; they are never checked again.
  private var sealedPaths: Set<String> = []
  /// What sealed texts show, by the text's path: the attachment's own path and its digest.
  private var shown: [String: [String: String]] = [:]
  /// The paths of texts that the audience must not see.
  private var hiddenPaths: Set<String> = []
  private(set) var standings: [String: ArticleStanding] = [:]
  private(set) var sealedAttachments: [String: String] = [:]
  private(set) var hidden: Set<String> = []
  private(set) var notices: [Localized] = []
  private var drafts: Set<String> = []

  init(_ content: Content, day: Day, filter: AudienceFilter) {
    self.content = content
    self.day = day
    self.filter = filter
  }

  /// Everything in the working copy, of a handbook in which nothing was ever issued.
  mutating func selectEverything() {
    documents = content.documents
    hide(content.documents)
  }

  /// Sealed texts for documents, the working copy for everything else.
  mutating func select(_ archive: Archive, _ texts: PublishedScope.Texts) throws(WorkspaceError) {
    var working = WorkingCopies(content.documents)
    for record in archive.ledger.documents { try select(record, archive, texts, &working) }
    // What is left of the working copy: files that are not under control, and documents that were never issued.
    documents += working.uncontrolled
    hide(working.uncontrolled)
    switch texts {
    case .inForce:
      drafts.formUnion(working.unissued.map(\.path))
    case .review:
      documents += working.unissued
      for file in working.unissued { addDraft(file, record: nil) }
      hide(working.unissued)
    case .asOf: sealedPaths.formUnion(working.uncontrolled.map(\.path) + [ContentPlace.settingsPath])
    }
  }

  private mutating func select(
    _ record: DocumentRecord, _ archive: Archive, _ texts: PublishedScope.Texts, _ working: inout WorkingCopies
  ) throws(WorkspaceError) {
    let copies = working.take(record)
    let newest = record.newest
    let isDraft = copies.first.map { Digest($0.bytes).hex != newest?.issuance.digest } ?? false
    if isDraft, texts == .review {
      documents += copies
      if let first = copies.first { addDraft(first, record: record) }
      hide(copies)
      return
    }
    if isDraft { drafts.formUnion(copies.map(\.path)) }
    let standing = record.standing(on: day)
    let published = standing.state == .withdrawn ? nil : standing.version
    guard let version = published else { return try hideRecord(record, archive, [newest]) }
    let source = try SealedSource(record, version, in: archive)
    let isNewest = newest?.event.seq == version.event.seq
    if isNewest, !filter.shows(source.documents.filter { $0.path == "content/" + version.issuance.path }) {
      hidden.insert(record.code.lowercased())
    }
    if !isNewest { try hideRecord(record, archive, [newest, version]) }
    for file in source.documents {
      documents.append(file)
      sealedPaths.insert(file.path)
      if hidden.contains(record.code.lowercased()) { hiddenPaths.insert(file.path) }
      shown[file.path] = Dictionary(source.attachments, uniquingKeysWith: { first, _ in first })
    }
    for (path, digest) in source.attachments { sealedAttachments[SealedSource.path(path, digest)] = digest }
    standings[record.code.lowercased()] = ArticleStanding(record, version, on: day)
  }

  /// A version is as closed as itself or as the newest one, whichever is more.
  private mutating func hideRecord(
    _ record: DocumentRecord, _ archive: Archive, _ versions: [IssuedVersion?]
  ) throws(WorkspaceError) {
    var texts: [SourceFile] = []
    for version in versions.compactMap(\.self) {
      guard let file = version.issuance.files.first(where: { $0.path == version.issuance.path }) else { continue }
      texts.append(SourceFile(path: file.path, bytes: try archive.bytes(of: file, in: version.issuance)))
    }
    if !filter.shows(texts) { hidden.insert(record.code.lowercased()) }
  }

  private mutating func addDraft(_ file: SourceFile, record: DocumentRecord?) {
    var ignored: [Diagnostic] = []
    let header = Header(parsing: file, diagnostics: &ignored)
    let (card, _) = decode(header, as: Control.fields, kind: .procedure, file: file)
    guard let code = card.code?.text ?? record?.code else { return }
    standings[code.lowercased()] = ArticleStanding(
      draft: card.version?.value, effective: card.effective?.value, record: record, on: day)
  }

  /// Remembers which texts of the working copy the audience must not see; translations follow their source.
  private mutating func hide(_ files: [SourceFile]) {
    for file in files {
      guard let kind = ArticleKind(path: file.path) else { continue }
      var ignored: [Diagnostic] = []
      let header = Header(parsing: file, diagnostics: &ignored)
      let card = Card(kind, header, file: file, diagnostics: &ignored)
      if filter.shows(card) { continue }
      hiddenPaths.insert(file.path)
      if kind.isControlled, let code = card.code { hidden.insert(code.lowercased()) }
    }
    for file in files where !hiddenPaths.contains(file.path) {
      if let source = Self.source(of: file.path), hiddenPaths.contains(source) { hiddenPaths.insert(file.path) }
    }
  }

  /// The path of the text that a path with a language translates.
  static func source(of path: String) -> String? {
    for language in [".en.md", ".zh-CN.md", ".zh.md"] where path.hasSuffix(language) {
      return String(path.dropLast(language.count)) + ".md"
    }
    return nil
  }

  /// Reads, links and examines the texts; errors are only those of what is published and can still be mended.
  func load(jobs: Int) -> (loaded: LoadedHandbook, findings: [Diagnostic], theme: Theme) {
    let whole = moved(LoadedHandbook(replacing(documents), jobs: jobs))
    let examination = Examination(of: whole, today: day, jobs: jobs)
    let findings = examination.findings.filter { !sealedPaths.contains($0.path) }
    let weighed: [Diagnostic]
    if drafts.isEmpty {
      weighed = findings
    } else {
      let working = Examination.ofTexts(LoadedHandbook(content, jobs: jobs), today: day, jobs: jobs)
      weighed = self.weighed(findings, working)
    }
    let visible =
      hiddenPaths.isEmpty
      ? whole : moved(LoadedHandbook(replacing(documents.filter { !hiddenPaths.contains($0.path) }), jobs: jobs))
    return (visible, weighed.inReadingOrder(), examination.theme)
  }

  /// What sealed versions show is published by its digest, whatever bears its name now.
  private func moved(_ loaded: LoadedHandbook) -> LoadedHandbook {
    if shown.isEmpty { return loaded }
    let handbook = loaded.handbook.movingAttachments { article, path in
      shown[article.path]?[path].map { SealedSource.path(path, $0) }
    }
    return LoadedHandbook(handbook, of: loaded)
  }

  private func replacing(_ documents: [SourceFile]) -> Content {
    let sealed = Set(shown.values.flatMap(\.keys)).subtracting(content.attachments.map(\.path))
    return Content(
      documents: documents.sorted { PathText.precedes($0.path, $1.path) }, settings: content.settings,
      attachments: content.attachments + sealed.sorted().map { Attachment(path: $0, size: 0) },
      records: content.records, issued: [], templates: content.templates,
      diagnostics: content.diagnostics, root: content.root)
  }

  /// What of the findings keeps something from being published: what is sound in the working copy is not at fault only
  /// because a document that it speaks of was not issued yet.
  private func weighed(_ findings: [Diagnostic], _ working: [Diagnostic]) -> [Diagnostic] {
    struct Place: Hashable {
      let rule: RuleName
      let path: String
      let range: SourceRange
    }
    let known = Set(working.map { Place(rule: $0.rule, path: $0.path, range: $0.range) })
    let (own, pending) = findings.reduce(into: ([Diagnostic](), [Diagnostic]())) { parts, finding in
      let isKnown = known.contains(Place(rule: finding.rule, path: finding.path, range: finding.range))
      if isKnown || drafts.contains(finding.path) { parts.0.append(finding) } else { parts.1.append(finding) }
    }
    return own + pendingSummary(pending) + draftSummary(working)
  }

  private func pendingSummary(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard let first = findings.first(where: { $0.severity != .info }) else { return [] }
    let count = findings.count { $0.severity != .info }
    return [
      Diagnostic(
        .warning, .codeUnresolved, path: first.path, range: first.range,
        message: Localized(
          zh: "岗位、部门、活动等有 \(count) 处用到还没有发行的文件，发布时没有链接；这是第一处",
          en:
            "\(count) place\(count == 1 ? "" : "s") in roles, departments or events speak of documents that were not issued and "
            + "are not linked; this is the first"),
        help: Localized(zh: "handrail status 列出没有发行的文件", en: "handrail status lists what was not issued"))
    ]
  }

  /// Errors in drafts keep nothing from being published; they are one counted warning.
  private func draftSummary(_ working: [Diagnostic]) -> [Diagnostic] {
    let errors = working.filter { $0.severity == .error && drafts.contains($0.path) }
    guard let first = errors.first else { return [] }
    let files = Set(errors.map(\.path)).count
    return [
      Diagnostic(
        .warning, .documentControl, path: first.path, range: .start,
        message: Localized(
          zh: "\(files) 份未发行的工作稿里共有 \(errors.count) 个错误；它们不在发布之列",
          en:
            "\(errors.count) error\(errors.count == 1 ? "" : "s") in \(files) working cop\(files == 1 ? "y that is" : "ies that are") not "
            + "published"),
        help: Localized(zh: "handrail check 会全部列出", en: "handrail check lists them all"))
    ]
  }
}

/// The documents of the working copy, sorted by what becomes of them.
private struct WorkingCopies {
  /// Roles, departments, events, and forms that are not under control.
  private(set) var uncontrolled: [SourceFile] = []
  private var byCode: [String: [SourceFile]] = [:]
  private var order: [String] = []

  init(_ documents: [SourceFile]) {
    var codes: [String: String] = [:]
    var translations: [SourceFile] = []
    for file in documents {
      guard let kind = ArticleKind(path: file.path), kind.isControlled else {
        uncontrolled.append(file)
        continue
      }
      if Selection.source(of: file.path) != nil {
        translations.append(file)
        continue
      }
      var ignored: [Diagnostic] = []
      let header = Header(parsing: file, diagnostics: &ignored)
      let (card, _) = decode(header, as: Control.fields, kind: kind, file: file)
      // A form without status is published as it stands; one that cannot be read is a draft.
      if kind == .form, card.status == nil, header.isComplete {
        uncontrolled.append(file)
        codes[file.path] = ""
        continue
      }
      let code = (card.code?.text ?? file.path).lowercased()
      codes[file.path] = code
      if byCode[code] == nil { order.append(code) }
      byCode[code, default: []].append(file)
    }
    for file in translations {
      guard let source = Selection.source(of: file.path), let code = codes[source], code != "" else {
        uncontrolled.append(file)
        continue
      }
      byCode[code, default: []].append(file)
    }
  }

  /// The working copies of a document, its own text first.
  mutating func take(_ record: DocumentRecord) -> [SourceFile] {
    byCode.removeValue(forKey: record.code.lowercased()) ?? []
  }

  /// Documents that were never issued, in the order of their paths.
  var unissued: [SourceFile] { order.flatMap { byCode[$0] ?? [] } }
}
