package import Diagnostics
package import Procedures

/// `handrail format`: repairs what has a fix, and keeps everything else byte for byte.
package struct Format: Sendable {
  /// What came of each chosen file.
  package let outcomes: [RepairRounds.Outcome]
  /// The settings of the handbook, for the language of messages; nil for loose files.
  package let settings: Settings?
  private let root: String
  private let isLoose: Bool

  /// Works out the repairs; nothing is written.
  ///
  /// - Parameters:
  ///   - paths: files and folders; empty for the whole handbook. Files outside it are read by themselves.
  ///   - root: the handbook's folder.
  package init(_ paths: [String], handbook root: String) throws(WorkspaceError) {
    let chosen = try ChosenPaths(paths, handbook: root)
    self.root = root
    isLoose = chosen.isLooseOnly
    if isLoose {
      var files: [SourceFile] = []
      for path in chosen.loose { files.append(SourceFile(path: path, bytes: try LooseFile.read(path))) }
      let today = try Today.read(option: nil, utcOffset: Settings().utcOffset)
      outcomes = RepairRounds.run(files, isChosen: { _ in true }) {
        Examination.ofTexts(LoadedHandbook(loose: $0), today: today)
      }
      settings = nil
    } else {
      let content = try ContentFolder.read(handbook: root)
      var ignored: [Diagnostic] = []
      let settings = content.settings.map { Settings(parsing: $0, diagnostics: &ignored) } ?? Settings()
      let today = try Today.read(option: nil, utcOffset: settings.utcOffset)
      self.settings = settings
      outcomes = RepairRounds.run(
        content.documents + [content.settings].compactMap(\.self), isChosen: { chosen.holds($0) },
        find: { Examination.ofTexts(LoadedHandbook(content.replacing($0)), today: today) })
    }
  }

  /// The files that are to be written.
  package var changes: [RepairRounds.Outcome] { outcomes.filter(\.isChanged) }

  /// Why files were left alone.
  package var obstacles: [Diagnostic] { outcomes.compactMap(\.obstacle) }

  /// Writes the changed files, each by itself in one step.
  ///
  /// - Parameter written: is told of each file when it stands.
  /// - Throws: at the first file that cannot be written; those before it stand, it and those behind it are as they were.
  package func write(_ written: (RepairRounds.Outcome) -> Void) throws(WorkspaceError) {
    var copy = try WorkingCopy(at: root)
    for change in changes {
      if isLoose {
        let (folder, name) = PathText.split(change.before.path)
        var place = try WorkingCopy(at: folder)
        try place.replace(
          SourceFile(path: name, bytes: change.before.bytes), with: SourceFile(path: name, bytes: change.after.bytes))
      } else {
        try copy.replace(change.before, with: change.after)
      }
      written(change)
    }
  }
}
