package import Diagnostics
package import Procedures

extension Settings {
  /// Reads the settings of a handbook alone, for commands that need no more; what is wrong with them is told elsewhere.
  package static func read(handbook root: String) throws(WorkspaceError) -> Settings {
    let folder = try OpenFolder(at: root)
    guard case .bytes(let bytes) = folder.read(ContentPlace.settingsPath, limit: ContentFolder.documentLimit) else {
      return Settings()
    }
    var ignored: [Diagnostic] = []
    return Settings(parsing: SourceFile(path: ContentPlace.settingsPath, bytes: bytes), diagnostics: &ignored)
  }
}
