package import Diagnostics
internal import Markdown
package import Procedures

extension DocumentControl {
  /// Seals the working copies of some documents as issued versions, all of them or none (spec/versions.md 1).
  ///
  /// - Parameters:
  ///   - codes: the codes of the documents.
  ///   - note: what changed and why, instead of the documents' own change notes.
  package func issue(_ codes: [String], note: String?) throws(WorkspaceError) -> Outcome {
    try file(touching: codes) { archive throws(WorkspaceError) in
      let loaded = try LoadedHandbook(reading: root)
      var sealing = Sealing(loaded, archive, recording, note: note)
      for code in codes { try sealing.add(code) }
      if !sealing.findings.isEmpty {
        return .failure(Refusal(findings: sealing.findings.inReadingOrder(), files: loaded.files))
      }
      return .success(try sealing.filing())
    }
  }
}

/// Gathers what is sealed: the documents, what they show, and what their names mean.
private struct Sealing {
  let loaded: LoadedHandbook
  let archive: Archive
  let recording: Recording
  let note: String?
  var findings: [Diagnostic]
  private let examined: [Diagnostic]
  private var seals: [(issuance: Issuance, files: [(place: String, bytes: [UInt8])])] = []

  init(_ loaded: LoadedHandbook, _ archive: Archive, _ recording: Recording, note: String?) {
    self.loaded = loaded
    self.archive = archive
    self.recording = recording
    self.note = note
    // Settings that cannot be read change what everything else means.
    examined = Examination.ofTexts(loaded, today: recording.at.day).filter { $0.severity == .error }
    findings = examined.filter { $0.path == loaded.content?.settings?.path }
  }

  /// Looks at one document and, if it may be issued, gathers its files.
  mutating func add(_ code: String) throws(WorkspaceError) {
    guard let article = document(code) else { return }
    if seals.contains(where: { $0.issuance.code == article.code }) {
      findings += DocumentControl.refusal(code, zh: "编号写了两次", en: "the code stands twice").findings
      return
    }
    let record = archive.ledger[code]
    if let newest = record?.newest, newest.issuance.digest == Digest(article.document.source.bytes).hex {
      return report(unchanged: article, since: newest)
    }
    let translations = translations(of: article)
    let errors = examined.filter { finding in ([article] + translations).contains { $0.path == finding.path } }
    var conditions = IssueConditions(article, record: record, recording: recording, note: note)
    let known = Set(conditions.findings.map(\.rule))
    findings += errors.filter { !known.contains($0.rule) }
    guard let version = conditions.card.version?.value, let effective = conditions.card.effective?.value else {
      findings += conditions.findings
      return
    }
    let (files, sealed) = try gather([article] + translations)
    let kind = article.kind
    let own = SealedText(article.document.source, as: kind)
    let archive = archive
    conditions.compare(sealed) { last in
      let issuance = last.issuance
      guard let file = issuance.files.first(where: { $0.path == issuance.path }),
        let bytes = try? archive.bytes(of: file, in: issuance)
      else { return false }
      return SealedText(SourceFile(path: "content/" + issuance.path, bytes: bytes), as: kind) == own
    }
    findings += conditions.findings
    let language = loaded.handbook.settings.language.rawValue
    let issuance = Issuance(
      kind: kind, code: article.code ?? code, version: version, language: article.entry.language ?? language,
      path: SealedContext.short(article.path), effective: effective, title: article.title, note: conditions.note,
      approvals: article.card.approvals.map(\.sealed), files: sealed, context: "")
    seals.append((issuance, zip(sealed, files).map { (issuance.place(of: $0), $1) }))
  }

  private mutating func report(unchanged article: Article, since newest: IssuedVersion) {
    let range = article.entry.card.control?.version?.range ?? .start
    findings.append(
      Diagnostic(
        .error, .versionSame, path: article.path, range: range,
        message: Localized(
          zh: "\(newest.version) 已在 \(newest.event.at.day) 发行，工作稿与它一字不差，没有可发行的内容",
          en: "\(newest.version) was issued on \(newest.event.at.day), and the working copy is the same byte for byte"),
        help: Localized(
          zh: "要改动，先改版本号；只是复审，用 handrail review",
          en: "for a change give it a new version; a review without change is `handrail review`")))
  }

  private mutating func document(_ code: String) -> Article? {
    let found = loaded.handbook.articles.first { article in
      article.kind.isControlled && !article.entry.isTranslation && article.code?.lowercased() == code.lowercased()
    }
    if let found { return found }
    let codes = loaded.handbook.articles.filter { $0.kind.isControlled }.compactMap(\.code)
    let near = EditDistance.nearest(code, among: codes, limit: max(1, code.utf8.count / 3))
    findings +=
      DocumentControl.refusal(
        code, zh: "工作稿里没有这个编号的规程、制度或表单", en: "no procedure, policy or form has this code",
        help: near.map { Localized(zh: "最接近的是 \($0)", en: "the nearest is \($0)") }
      ).findings
    return nil
  }

  /// The translations that render the very version that is issued.
  private func translations(of article: Article) -> [Article] {
    let version = article.entry.card.control?.version?.value
    let stem = article.path.dropLast(3)
    return loaded.handbook.articles.filter { other in
      guard other.kind == article.kind, let language = other.entry.language else { return false }
      return other.path == "\(stem).\(language).md" && other.entry.card.translates?.value == version
    }
  }

  /// The bytes of documents and of everything local that they show, with their digests, by path.
  private mutating func gather(_ articles: [Article]) throws(WorkspaceError) -> ([[UInt8]], [Issuance.File]) {
    var bytes: [String: [UInt8]] = [:]
    for article in articles {
      bytes[SealedContext.short(article.path)] = article.document.source.bytes
      for case .attachment(let path) in article.destinations.values {
        guard bytes[SealedContext.short(path)] == nil, let content = loaded.content,
          let attachment = content.attachments.first(where: { $0.path == path })
        else { continue }
        let read = try content.bytes(of: attachment)
        if let fault = AssetType.check(path, read) { findings.append(fault) }
        bytes[SealedContext.short(path)] = read
      }
    }
    let paths = bytes.keys.sorted(by: CanonicalJSON.precedes)
    let files = paths.map { Issuance.File(path: $0, digest: Digest(bytes[$0] ?? []).hex) }
    return (paths.map { bytes[$0] ?? [] }, files)
  }

  /// Everything that is written, the names once for all.
  func filing() throws(WorkspaceError) -> Filing {
    let (context, objects) = names()
    let digest = Digest(context).hex
    var filing = Filing()
    var places: Set<String> = []
    for (place, bytes) in [(Issuance.object(digest), context)] + objects + seals.flatMap(\.files)
    where places.insert(place).inserted {
      filing.files.append((place, bytes))
    }
    filing.actions = seals.map { seal in
      var issuance = seal.issuance
      issuance.context = digest
      return .issue(issuance)
    }
    return filing
  }

  /// What the names mean: roles, departments and settings as they stand, and the names of all other documents.
  private func names() -> (bytes: [UInt8], objects: [(String, [UInt8])]) {
    var sources = (loaded.content?.documents ?? []).filter { file in
      switch ArticleKind(path: file.path) {
      case .role, .department: true
      case .procedure, .policy, .form, .event, nil: false
      }
    }
    if let settings = loaded.content?.settings { sources.append(settings) }
    let files = sources.map { Issuance.File(path: SealedContext.short($0.path), digest: Digest($0.bytes).hex) }
    let context = SealedContext(loaded.handbook, files: files)
    return (context.bytes, zip(files, sources).map { (Issuance.object($0.digest), $1.bytes) })
  }
}
