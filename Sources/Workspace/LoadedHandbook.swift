package import Diagnostics
package import Procedures

/// A handbook as it was read from its folder: every file once, parsed in parallel, linked, nothing written.
package struct LoadedHandbook: Sendable {
  /// The folder it was read from; nil for loose files.
  package let content: Content?
  /// The texts that findings point into.
  package let files: [SourceFile]
  /// What they mean.
  package let handbook: Handbook
  /// Everything that was found on the way, in reading order; `Examination` adds what the rules say.
  package let diagnostics: [Diagnostic]

  /// Reads a handbook's folder: load, parse, model, link.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `content/`.
  ///   - jobs: how many threads work.
  ///   - allowsNone: whether a handbook without any document is one, as it is before the first is written.
  /// - Throws: when the folder cannot be read at all.
  package init(
    reading root: String, jobs: Int = Parallel.processors, allowingNone allowsNone: Bool = false
  ) throws(WorkspaceError) {
    let content = try ContentFolder.read(handbook: root, allowingNone: allowsNone)
    self.init(content, jobs: jobs)
  }

  /// Parses, models and links files that were read.
  package init(_ content: Content, jobs: Int = Parallel.processors) {
    var diagnostics = content.diagnostics
    let settings = content.settings.map { Settings(parsing: $0, diagnostics: &diagnostics) } ?? Settings()
    let read = Parallel.map(content.documents, jobs: jobs) { file -> (entry: Entry?, found: [Diagnostic]) in
      guard let kind = ArticleKind(path: file.path) else { return (nil, []) }
      var found: [Diagnostic] = []
      let entry = Entry(reading: file, as: kind, diagnostics: &found)
      return (entry, found)
    }
    diagnostics += read.flatMap(\.found)
    let register = Register(read.compactMap(\.entry), settings: settings)
    handbook = Handbook(
      linking: register, attachments: Set(content.attachments.map(\.path)), diagnostics: &diagnostics,
      map: { Parallel.map(count: $0, jobs: jobs, $1) })
    self.content = content
    files = content.documents + [content.settings].compactMap(\.self) + content.templates
    self.diagnostics = diagnostics.inReadingOrder()
  }

  /// The same files with another handbook made of them.
  init(_ handbook: Handbook, of other: LoadedHandbook) {
    content = other.content
    files = other.files
    self.handbook = handbook
    diagnostics = other.diagnostics
  }
}
