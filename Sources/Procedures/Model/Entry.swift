package import Diagnostics
package import Markdown

/// One file of the handbook after reading: its card and its text, names still as written.
package struct Entry: Sendable {
  private struct Contents: Sendable {
    let kind: ArticleKind
    let card: Card
    let document: Document
    let language: String?
    let stem: String
  }

  // An array of one: a card is large, and entries are handed around everywhere.
  private let box: [Contents]

  /// What kind of thing it is.
  package var kind: ArticleKind { box[0].kind }
  /// The values of its front matter.
  package var card: Card { box[0].card }
  /// Its text.
  package var document: Document { box[0].document }
  /// The language of a translation or of its own key; nil means the handbook's.
  package var language: String? { box[0].language }
  /// The name without the folders and without `.md`.
  package var stem: String { box[0].stem }
  /// Its path below the handbook's folder.
  package var path: String { box[0].document.source.path }

  /// Reads one file; never fails, what cannot be read is reported.
  ///
  /// - Parameters:
  ///   - file: the text.
  ///   - kind: what the folder says it is.
  ///   - diagnostics: what was found on the way is added here.
  package init(reading file: SourceFile, as kind: ArticleKind, diagnostics: inout [Diagnostic]) {
    let header = Header(parsing: file, diagnostics: &diagnostics)
    let document = Document(parsing: file, from: header.bodyStart, diagnostics: &diagnostics)
    let card = Card(kind, header, file: file, diagnostics: &diagnostics)
    let (stem, language) = file.path.withBytes(Self.name)
    box = [Contents(kind: kind, card: card, document: document, language: language, stem: stem)]
  }

  /// The stem of a path, and the language that it ends in.
  private static func name(_ path: Bytes) -> (stem: String, language: String?) {
    var name = path.from(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)
    if name.ends(with: ".md") { name = name.dropLast(3) }
    let language =
      name.ends(with: ".en") ? "en" : name.ends(with: ".zh-CN") ? "zh-CN" : name.ends(with: ".zh") ? "zh" : nil
    return (name.string, language)
  }

  /// Its title; the file's name where the card has none.
  package var title: String { card.title ?? stem }
  /// Its code.
  package var code: String? { card.code }
  /// Whether it is the translation of the file beside it.
  package var isTranslation: Bool { box[0].language != nil }
}
