import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// HTML, which is shown as text (spec/format.md 7).
  static let rawHtml = Rule(
    .rawHtml, .markdown, .always(.warning),
    summary: Localized(zh: "正文里不写 HTML。", en: "The text holds no HTML."),
    advice: Localized(
      zh: "HTML 标签会原样显示成文字，不会起作用；只有注释 <!-- --> 不显示，表格里的 <br> 是换行。用 Markdown 的写法代替，或删去标签；要显示尖括号本身，写成 `<b>`。",
      en:
        "HTML tags are shown as text and do nothing; only comments are hidden, and <br> breaks lines in table cells. Use Markdown instead or delete the tag; to show it, write it as code: `<b>`."
    ),
    bad: Example(steps: "1. **店员** 打扫<b>全部</b>店面"),
    good: Example(steps: "1. **店员** 打扫**全部**店面"),
    .document { inspection in
      for block in inspection.document.blocks { lookForHTML(block, isCell: false, &inspection) }
    })

  private static func lookForHTML(_ block: Block, isCell: Bool, _ inspection: inout Inspection) {
    let view = inspection.view
    if view.kind(of: block) == .html {
      let bytes = inspection.document.bytes(of: block)
      let tag = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      let start = Int(view.range(of: block).start)
      if !isComment(tag) { reportHTML(tag, SourceRange(start, start + tag.count), &inspection) }
    }
    var next = view.firstInline(of: block)
    while let inline = next {
      lookForHTML(inline, isCell: view.kind(of: block) == .tableCell, &inspection)
      next = view.next(after: inline)
    }
    for child in view.children(of: block) { lookForHTML(child, isCell: isCell, &inspection) }
  }

  private static func lookForHTML(_ inline: Inline, isCell: Bool, _ inspection: inout Inspection) {
    let view = inspection.view
    if view.kind(of: inline) == .htmlSpan {
      let tag = Array(view.bytes(of: inline))[...]
      let isBreak = isCell && tag.count <= 6 && tag.dropFirst().prefix(2).elementsEqual("br".utf8)
      // The end of an element says nothing new.
      if !isComment(tag), !isBreak, tag.dropFirst().first != 0x2F {
        reportHTML(tag, view.range(of: inline), &inspection)
      }
    }
    var next = view.first(in: inline)
    while let child = next {
      lookForHTML(child, isCell: isCell, &inspection)
      next = view.next(after: child)
    }
  }

  private static func isComment(_ html: ArraySlice<UInt8>) -> Bool {
    html.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "<!--".utf8)
  }

  private static func reportHTML(_ tag: ArraySlice<UInt8>, _ range: SourceRange, _ inspection: inout Inspection) {
    let shown = String(String(decoding: tag, as: UTF8.self).unicodeScalars.prefix(40))
    inspection.report(
      range, Localized(zh: "HTML“\(shown)”会原样显示成文字", en: "the HTML `\(shown)` is shown as text"),
      help: Localized(
        zh: "删去标签，用 Markdown 的写法；换行另起一段，强调写 **文字**", en: "delete the tag and use Markdown: a new paragraph, **bold**"))
  }
}
