package import Diagnostics
package import Redlines

/// A redline as Markdown, to be pasted into a review.
package enum RedlineMarkdown {
  /// Writes some redlines: counts, events by importance, who is concerned, the changed text.
  ///
  /// - Parameters:
  ///   - redlines: those of the pairs that differ.
  ///   - language: of the sentences.
  package static func bytes(_ redlines: [Redline], language: Language) -> [UInt8] {
    let words = RedlineWords(language)
    var text = ""
    for redline in redlines { write(redline, words, into: &text) }
    if redlines.allSatisfy(\.isEmpty) { text += words("没有不同。\n", "No differences.\n") }
    return Array(text.utf8)
  }

  private static func write(_ redline: Redline, _ words: RedlineWords, into text: inout String) {
    if redline.isEmpty && redline.notices.isEmpty { return }
    let side = redline.new.title.isEmpty ? redline.old : redline.new
    text += "## " + escaped([side.code, side.title].filter { !$0.isEmpty }.joined(separator: " "))
    if redline.old.version != redline.new.version {
      text += escaped(" \(redline.old.version) → \(redline.new.version)")
    }
    text += "\n\n" + escaped(words.counts(redline)) + "\n\n"
    for notice in redline.notices { text += "> " + escaped(words.notice(notice)) + "\n" }
    if !redline.notices.isEmpty { text += "\n" }
    for event in redline.events { text += "- " + escaped(words.sentence(event)) + "\n" }
    writeImpact(redline, words, into: &text)
    writeText(redline, words, into: &text)
  }

  private static func writeImpact(_ redline: Redline, _ words: RedlineWords, into text: inout String) {
    if redline.impact.shares.isEmpty { return }
    text += "\n### " + words("谁要知道", "Who has to know") + "\n\n"
    for share in redline.impact.shares {
      text += "- **\(escaped(share.role))**\n"
      for event in share.events {
        text += "  - " + escaped(words.sentence(redline.events[event], for: share.role)) + "\n"
      }
    }
  }

  private static func writeText(_ redline: Redline, _ words: RedlineWords, into text: inout String) {
    let shown = redline.passages.filter { passage in
      passage.runs.contains { $0.change != .kept } && passage.kind != .code && passage.kind != .html
    }
    if shown.isEmpty { return }
    text += "\n### " + words("改动的文字", "Changed text") + "\n\n"
    for passage in shown {
      let place =
        passage.kind == .cell
        ? (passage.at ?? passage.was.first ?? "") : words.place(passage.at ?? passage.was.first ?? "")
      text += "- \(escaped(place)): " + passage.runs.map(marked).joined() + "\n"
    }
  }

  /// Deleted text is struck, inserted text bold; both survive where Markdown is read.
  private static func marked(_ run: Run) -> String {
    let text = escaped(StyledText.visible(run.text, showsLookalikes: run.change != .kept))
    if run.change == .kept { return text }
    let sign = run.change == .removed ? "~~" : "**"
    // Blanks stand outside the signs, or they would be none.
    let head = text.prefix { $0 == " " }
    let body = text.dropFirst(head.count)
    let tail = String(body.reversed().prefix { $0 == " " })
    let inner = body.dropLast(tail.count)
    return inner.isEmpty ? sign + "␣" + sign : head + sign + inner + sign + tail
  }

  /// A text whose characters mean nothing to Markdown or HTML, on one line.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\n", "\r\n", "\r": result += " "
      case "\\", "`", "*", "_", "~", "[", "]", "<", ">", "&", "#", "|", "!": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }
}
