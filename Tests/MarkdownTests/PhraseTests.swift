import Diagnostics
import Markdown
import Testing

@Suite struct PhraseTests {
  private func phrase(_ text: String) throws -> (Document, Phrase) {
    let document = parsed(text)
    return (document, document.phrase(of: try #require(document.blocks.first)))
  }

  private func html(_ document: Document, _ phrase: Phrase, _ decoration: HTMLWriter.Decoration = .none) -> String {
    var out: [UInt8] = []
    HTMLWriter(document, decoration: decoration).write(phrase, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test func dropping() throws {
    let (document, whole) = try phrase("08:20 **店长** 清点 *备用金* 《单》")
    #expect(document.plainText(of: whole) == "08:20 店长 清点 备用金 《单》")
    let rest = document.dropping("08:20 店长".utf8.count, from: whole)
    #expect(document.plainText(of: rest) == "清点 备用金 《单》")
    #expect(html(document, rest) == "清点 <em>备用金</em> 《单》")
    let bytes = document.source.bytes
    #expect(String(decoding: bytes[document.range(of: rest).clamped(to: bytes.count)], as: UTF8.self) == "清点 *备用金* 《单》")
    #expect(document.dropping(1_000, from: whole).isEmpty)
    #expect(document.plainText(of: document.dropping(0, from: whole)) == document.plainText(of: whole))
  }

  @Test func subphrases() throws {
    let (document, whole) = try phrase("一\\*二&amp;三`四五`六")
    #expect(document.plainText(of: whole) == "一*二&三四五六")
    let part = document.subphrase(of: whole, 3..<14)
    #expect(document.plainText(of: part) == "*二&三四")
    #expect(html(document, part) == "*二&amp;三<code>四</code>")
    let bytes = document.source.bytes
    #expect(String(decoding: bytes[document.range(of: part).clamped(to: bytes.count)], as: UTF8.self) == "\\*二&amp;三`四")
    let inner = document.subphrase(of: part, 1..<4)
    #expect(document.plainText(of: inner) == "二")
    #expect(document.subphrase(of: whole, 2..<2) == .empty)
  }

  @Test func links() throws {
    let (document, whole) = try phrase("见《甲》和[《乙》](/b)、《丙》")
    let texts = document.inlines(of: whole).filter { document.kind(of: $0) == .text }
    let first = try #require(texts.first)
    let last = try #require(texts.last)
    let link = document.inlines(of: whole)[1]
    let inside = try #require(document.leaves(of: link).first)
    var decoration = HTMLWriter.Decoration()
    decoration.links = [
      TextLink(last, start: 3, end: 12, number: 0),
      TextLink(inside, start: 0, end: 9, number: 1),
      TextLink(first, start: 3, end: 12, number: 2),
      TextLink(first, start: 6, end: 9, number: 3),
      TextLink(first, start: 9, end: 9_999, number: 4),
    ]
    let addresses = ["/丙?a&amp;b", "x", "/", "y", "z"]
    decoration.linkAddress = { number, out in out += addresses[number].utf8 }
    #expect(
      html(document, whole, decoration)
        == "见<a href=\"/\">《甲》</a>和<a href=\"/b\">《乙》</a>、<a href=\"/丙?a&amp;b\">《丙》</a>")
    let rest = document.dropping(6, from: whole)
    #expect(html(document, rest, decoration).hasPrefix("<a href=\"y\">甲</a>》和<a"))
  }

  @Test func decorations() {
    var decoration = HTMLWriter.Decoration()
    decoration.destination = { _ in Array("/p".utf8) }
    decoration.headingID = { _ in Array("a\"b".utf8) }
    decoration.headingShift = 1
    #expect(
      MarkdownTests.html("# x\n\n[a](b.md) ![i](j.png)\n", decoration: decoration)
        == "<h2 id=\"a&quot;b\">x</h2>\n<p><a href=\"/p\">a</a> <img src=\"/p\" alt=\"i\" /></p>\n")
    decoration.destination = { _ in Array("javascript:x".utf8) }
    #expect(!MarkdownTests.html("[a](b.md)", decoration: decoration).contains("<a"))
  }

  @Test func navigation() throws {
    let document = parsed("> 1. a **b *c***\n>\n>    d\n")
    let quote = try #require(document.blocks.first)
    let list = try #require(document.children(of: quote).first)
    let item = try #require(document.children(of: list).first)
    #expect(document.parent(of: item) == list && document.parent(of: quote) == nil)
    let paragraph = try #require(document.children(of: item).first)
    let leaf = try #require(document.leaves(of: paragraph).last)
    #expect(document.plainText(of: leaf) == "c" && document.block(of: leaf) == paragraph)
    #expect(document.parent(of: leaf).map { document.kind(of: $0) } == .emphasis)
    #expect(document.plainText(of: quote) == "a b c\nd\n")
    #expect(document.markerColumn(of: item) == 2 && document.number(of: item) == 1)
    #expect(document.marker(of: item) == SourceRange(2, 4))
  }
}
