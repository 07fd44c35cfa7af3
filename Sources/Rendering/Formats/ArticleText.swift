import Diagnostics
import Markdown
import Procedures

/// The texts of one article as plain text for data.
struct ArticleText {
  let article: Article
  let handbook: Handbook

  init(_ article: Article, _ handbook: Handbook) {
    self.article = article
    self.handbook = handbook
  }

  /// A phrase without its marks.
  func plain(_ phrase: Phrase) -> String { article.document.plainText(of: phrase) }

  /// The Markdown of a part of the source.
  func source(_ range: SourceRange) -> String {
    let bytes = article.document.source.bytes
    var part = bytes[range.clamped(to: bytes.count)]
    while let last = part.last, last == 0x0A || last == 0x0D || last == 0x20 { part.removeLast() }
    while let first = part.first, first == 0x0A || first == 0x0D { part.removeFirst() }
    return String(decoding: part, as: UTF8.self)
  }

  /// The Markdown of a block.
  func source(_ block: Block) -> String { source(article.document.range(of: block)) }

  /// The name of the role or department that was written, or what was written.
  func name(written: String) -> String {
    handbook.party(named: written, in: article).map(handbook.name) ?? written
  }

  /// Writes a reference (spec/data.md, Ref).
  func write(_ reference: Reference, _ json: inout JSONWriter) {
    json.object { json in
      guard let id = reference.article else {
        json.member("title", reference.title)
        return
      }
      let target = handbook[id]
      json.member("code", target.code)
      json.member("version", reference.version?.text ?? target.entry.card.control?.version?.value.text)
      json.member("title", target.title)
    }
  }
}
