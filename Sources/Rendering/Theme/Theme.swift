package import Diagnostics
package import Procedures
package import Templates

/// How pages look: compiled templates, words and assets; the built-in files, or the handbook's own of the same name.
package struct Theme: Sendable {
  /// The templates of all kinds of page.
  package let library: Library
  /// The assets.
  package let assets: Assets
  /// What is wrong with the handbook's own templates, words and assets; with errors in it nothing is rendered.
  package let diagnostics: [Diagnostic]
  /// The words of both languages, by the place of the language in `Language.allCases`.
  private let strings: [Strings]
  /// What all pages share: the words as templates name them.
  let values: Values

  /// Compiles a theme.
  ///
  /// - Parameters:
  ///   - files: the handbook's own files below `templates/`; each replaces the built-in one of the same name.
  ///   - settings: the handbook's colours and paper.
  ///   - builtIn: the files to start from.
  ///   - digest: the SHA-256 of some bytes as hexadecimal digits; it names the assets.
  package init(
    files: [SourceFile] = [], settings: Settings = Settings(), builtIn: [SourceFile] = BuiltInFiles.all,
    digest: ([UInt8]) -> String
  ) {
    var problems: [Diagnostic] = []
    var values = Values()
    let found = Self.strings(builtIn, own: files, into: &values, problems: &problems)
    values.keep()
    let styles = ThemeStyle(settings)
    assets = Assets(styles.applied(to: builtIn + files), digest: digest)
    let shape = found.first?.shape ?? Shape("strings", [])
    library = Library(
      builtIn + files,
      entries: PageKind.all.map { kind in
        (kind.template, Shape(kind.shape.name, Frame.shape(strings: shape).fields + kind.shape.fields))
      })
    strings = found
    self.values = values
    diagnostics = problems + library.diagnostics
  }

  /// The words of a language.
  package subscript(language: Language) -> Strings {
    strings[language.place]
  }

  /// The built-in Chinese file says which keys there are.
  private static func strings(
    _ builtIn: [SourceFile], own: [SourceFile], into values: inout Values, problems: inout [Diagnostic]
  ) -> [Strings] {
    func file(_ language: Language, in files: [SourceFile]) -> SourceFile? {
      files.last { $0.path == "templates/strings/\(language.rawValue).txt" }
    }
    var ignored: [Diagnostic] = []
    let first = file(.chinese, in: builtIn).map { StringsFile($0, problems: &ignored) }
    let keys = first?.lines.map(\.key) ?? []
    return Language.allCases.map { language in
      let words = file(language, in: builtIn + own).map { StringsFile($0, problems: &problems) }?
        .words(keys: keys, problems: &problems)
      return Strings(language, keys: keys, words: words ?? [:], into: &values)
    }
  }
}
