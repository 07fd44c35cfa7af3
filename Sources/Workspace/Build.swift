package import Diagnostics
package import Procedures
package import Rendering

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

  /// What a build came to.
  package enum Outcome: Sendable {
    /// The site stands in the output folder.
    case published(LoadedHandbook, findings: [Diagnostic], Publication.Summary, pages: Int, today: Day)
    /// There are errors; nothing was written.
    case refused(LoadedHandbook, findings: [Diagnostic])
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
    let loaded = try LoadedHandbook(reading: root, jobs: jobs)
    let day = try Today.read(option: today, utcOffset: loaded.handbook.settings.utcOffset)
    let examination = Examination(of: loaded, today: day, jobs: jobs)
    let (theme, findings) = (examination.theme, examination.findings)
    if findings.count(.error) > 0 { return .refused(loaded, findings: findings) }
    let facts = BuildFacts(today: day, generator: generator) { Digest($0).hex }
    let site = Site(loaded.handbook, theme: theme, facts: facts) { Parallel.map(count: $0, jobs: jobs, $1) }
    let publication = try Publication(output: output, handbook: root)
    let counter = progress(site.pages.count)
    render(site, to: publication, files: try begin(site, in: publication), counter)
    for asset in theme.assets.all { try publication.write(path: asset.path, bytes: asset.bytes) }
    for (path, bytes) in examination.attachments {
      try publication.write(path: Addresses.attachment(path).path, bytes: bytes)
    }
    counter?.finish()
    return .published(
      loaded, findings: findings, try publication.commit(jobs: jobs), pages: site.pages.count, today: day)
  }
}

extension LoadedHandbook {
  /// The handbook's own templates, styles, scripts and texts.
  package var templates: [SourceFile] { content?.templates ?? [] }
}
