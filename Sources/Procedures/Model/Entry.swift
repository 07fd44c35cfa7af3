package import Diagnostics
package import Markdown

/// One file of the handbook after reading: its card and its text, names still as written.
package struct Entry: Sendable {
  /// What kind of thing it is.
  package let kind: ArticleKind
  /// The values of its front matter.
  package let card: Card
  /// Its text.
  package let document: Document
  /// The language of a translation or of its own key; nil means the handbook's.
  package let language: String?
  /// The name without the folders and without `.md`.
  package let stem: String

  /// Its path below the handbook's folder.
  package var path: String { document.source.path }

  /// Reads one file; never fails, what cannot be read is reported.
  ///
  /// - Parameters:
  ///   - file: the text.
  ///   - kind: what the folder says it is.
  ///   - diagnostics: what was found on the way is added here.
  package init(reading file: SourceFile, as kind: ArticleKind, diagnostics: inout [Diagnostic]) {
    let header = Header(parsing: file, diagnostics: &diagnostics)
    self.kind = kind
    document = Document(parsing: file, from: header.bodyStart, diagnostics: &diagnostics)
    card = Card(kind, header, file: file, diagnostics: &diagnostics)
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let bare = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    stem = bare
    language = ["en", "zh-CN", "zh"].first { bare.hasSuffix("." + $0) }
  }

  /// Its title; the file's name where the card has none.
  package var title: String { card.title ?? stem }
  /// Its code.
  package var code: String? { card.code }
  /// Whether it is the translation of the file beside it.
  package var isTranslation: Bool { language != nil }
}
