package import Diagnostics
import Procedures
import Rendering

/// The whole pipeline: load, parse, model, link, check, render, publish.
///
/// Everything between the two edges is pure; the edges are `ContentFolder.read`, `Today.read` and `Publication`.
package struct Build: Sendable {
  /// The handbook's folder.
  package var root: String
  /// The folder to publish into.
  package var output: String
  /// What stands for today; nil asks the environment, then the clock.
  package var today: String?
  /// How many threads work.
  package var jobs: Int = Parallel.processors
  /// The program and its version.
  package var generator: String
  /// Which texts are published, for whom.
  package var scope = PublishedScope(.inForce)

  /// What a build came to.
  package enum Outcome: Sendable {
    /// The site stands in the output folder.
    case published(PublishedHandbook, Publication.Summary, pages: Int)
    /// There are errors; nothing was written.
    case refused(LoadedHandbook, findings: [Diagnostic])
    /// The archive of issued versions is not as it was written; nothing was written.
    case broken([Diagnostic], ledger: SourceFile)
  }

  /// Describes a build.
  package init(root: String, output: String, today: String?, generator: String) {
    self.root = root
    self.output = output
    self.today = today
    self.generator = generator
  }

  /// Builds and publishes.
  ///
  /// - Parameter progress: is told how many pages there are and gives what counts them; nil for silence.
  /// - Throws: when something outside the handbook's text stands in the way; the output folder is as it was then.
  package func run(progress: (Int) -> Progress?) throws(WorkspaceError) -> Outcome {
    let published: PublishedHandbook
    do {
      published = try PublishedHandbook(
        reading: root, scope: scope,
        today: { settings throws(WorkspaceError) in try Today.read(option: today, utcOffset: settings.utcOffset) },
        jobs: jobs)
    } catch {
      switch error {
      case .workspace(let error): throw error
      case .broken(let findings, let ledger): return .broken(findings, ledger: ledger)
      }
    }
    let theme = published.theme
    if published.findings.count(.error) > 0 { return .refused(published.loaded, findings: published.findings) }
    let facts = try published.facts(generator: generator, jobs: jobs)
    let site = Site(published.loaded.handbook, theme: theme, facts: facts) {
      Parallel.map(count: $0, jobs: jobs, $1)
    }
    let publication = try Publication(output: output, handbook: root)
    let counter = progress(site.pages.count)
    render(site, to: publication, files: try begin(site, in: publication), counter)
    for asset in theme.assets.all { try publication.write(path: asset.path, bytes: asset.bytes) }
    for (path, bytes) in try published.linkedAttachments() {
      try publication.write(path: Addresses.attachment(path).path, bytes: bytes)
    }
    if published.ledger != nil { try publication.write(path: PublishedLedger.path, bytes: published.publicLedger()) }
    counter?.finish()
    return .published(published, try publication.commit(jobs: jobs), pages: site.pages.count)
  }
}

extension LoadedHandbook {
  /// The handbook's own templates, styles, scripts and texts.
  package var templates: [SourceFile] { content?.templates ?? [] }
}

extension PublishedHandbook {
  /// Reads the attachments that documents link to, each once: of sealed versions from the archive.
  func linkedAttachments() throws(WorkspaceError) -> [(path: String, bytes: [UInt8])] {
    var wanted: Set<String> = []
    for article in loaded.handbook.articles {
      for case .attachment(let path) in article.destinations.values { wanted.insert(path) }
    }
    var found: [(path: String, bytes: [UInt8])] = []
    let sealed = sealedAttachments.merging(attachmentsOfVersions()) { first, _ in first }
    for path in sealed.keys.sorted(by: PathText.precedes) {
      guard let digest = sealed[path], let archive else { continue }
      found.append((path, try archive.object(digest)))
    }
    for attachment in loaded.content?.attachments ?? [] where wanted.contains(attachment.path) {
      if let bytes = try loaded.content?.bytes(of: attachment) { found.append((attachment.path, bytes)) }
    }
    return found
  }

  /// What the pages say besides the text.
  func facts(generator: String, jobs: Int) throws(WorkspaceError) -> BuildFacts {
    let edition = ledger?.editions.last { $0.event.at.day <= day }
    var facts = BuildFacts(
      today: day, generator: generator, edition: edition?.edition.name, ledgerHead: head
    ) { Digest($0).hex }
    facts.standings = standings
    facts.ledger = ledger
    facts.sealed = try sealedTexts(jobs: jobs)
    facts.showsPeople = filter.showsPeople
    facts.trainingGaps = trainingGaps
    return facts
  }
}
