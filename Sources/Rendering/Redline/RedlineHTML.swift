package import Diagnostics
package import Redlines
package import Templates

/// A redline as HTML: what matters on top, then the text in several views, which a choice without script shows.
package struct RedlineHTML {
  let redline: Redline
  let words: RedlineWords
  /// What stands before all addresses in it, so that several redlines fit into one page.
  let prefix: String
  let view: RedlineText.View
  var html = SafeHTML()

  /// One redline as a part of a page; its style is `templates/assets/redline.css`.
  ///
  /// - Parameters:
  ///   - redline: the redline.
  ///   - view: what is shown first.
  ///   - language: of the sentences.
  ///   - prefix: what its addresses begin with.
  package static func fragment(_ redline: Redline, view: RedlineText.View, language: Language, prefix: String = "r-")
    -> SafeHTML
  {
    var writer = RedlineHTML(redline: redline, words: RedlineWords(language), prefix: prefix, view: view)
    writer.write()
    return writer.html
  }

  /// A file that needs nothing else, with one redline or those of two handbooks.
  package static func page(_ redlines: [Redline], view: RedlineText.View, language: Language) -> [UInt8] {
    let words = RedlineWords(language)
    var html = SafeHTML(literal: "<!DOCTYPE html>\n<html lang=\"")
    html.append(escaping: language.rawValue)
    html.append(literal: "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
    html.append(
      literal:
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\"><title>"
    )
    let titles = redlines.map { $0.new.title.isEmpty ? $0.old.title : $0.new.title }
    html.append(escaping: titles.count == 1 ? titles[0] + words(" · 修订对照", " · redline") : words("修订对照", "Redline"))
    html.append(literal: "</title><style>")
    html.append(SafeHTML(trusted: asset("templates/assets/redline.css")))
    html.append(literal: "</style></head><body class=\"redline-page\"><main>")
    for (index, redline) in redlines.enumerated() {
      html.append(fragment(redline, view: view, language: language, prefix: "r\(index + 1)-"))
    }
    if redlines.isEmpty { html.append(SafeHTML(escaping: words("没有不同。", "No differences."))) }
    html.append(literal: "</main><script>")
    html.append(SafeHTML(trusted: asset("templates/assets/redline.js")))
    html.append(literal: "</script></body></html>\n")
    return html.bytes
  }

  /// A style or script that was compiled in.
  private static func asset(_ path: String) -> [UInt8] { BuiltInFiles.all.first { $0.path == path }?.bytes ?? [] }

  private init(redline: Redline, words: RedlineWords, prefix: String, view: RedlineText.View) {
    (self.redline, self.words, self.prefix, self.view) = (redline, words, prefix, view)
  }

  // MARK: Elements

  /// Writes an element around what `body` writes; names of elements and attributes stand in the source code.
  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String)] = [], _ body: (inout RedlineHTML) -> Void
  ) {
    html.append(literal: "<")
    html.append(literal: name)
    for (key, value) in attributes where !value.isEmpty {
      html.append(literal: " ")
      html.append(literal: key)
      html.append(literal: "=\"")
      html.append(escaping: value)
      html.append(literal: "\"")
    }
    html.append(literal: ">")
    body(&self)
    html.append(literal: "</")
    html.append(literal: name)
    html.append(literal: ">")
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)] = [], text: String) {
    element(name, attributes) { $0.html.append(escaping: text) }
  }

  // MARK: Parts

  private mutating func write() {
    element("section", [("class", "redline")]) { page in
      page.writeHead()
      page.writeViews()
      page.writeEvents()
      page.writeImpact()
      if page.redline.isEmpty { return }
      page.element("div", [("class", "rl-text")]) { text in
        text.element("div", [("class", "rl-view-inline")]) { $0.writeInline() }
        text.element("div", [("class", "rl-view-side")]) { $0.writeSides() }
        text.element("div", [("class", "rl-view-steps")]) { $0.writeSteps() }
      }
    }
  }

  private mutating func writeHead() {
    let side = redline.new.title.isEmpty ? redline.old : redline.new
    element("h1", text: [side.code, side.title].filter { !$0.isEmpty }.joined(separator: " "))
    let version = { (side: Redline.Side) in
      [side.version, side.effective].filter { !$0.isEmpty }.joined(separator: " · ")
    }
    let versions = [version(redline.old), version(redline.new)].filter { !$0.isEmpty }
    if !versions.isEmpty { element("p", [("class", "rl-versions")], text: versions.joined(separator: " → ")) }
    element(
      "p", [("class", "rl-count")], text: redline.isEmpty ? words("没有不同。", "No differences.") : words.counts(redline))
    for notice in redline.notices {
      element("p", [("class", "rl-notice"), ("role", "note")], text: words.notice(notice))
    }
  }

  /// The choice of views works without script; the buttons come to life with it.
  private mutating func writeViews() {
    if redline.isEmpty { return }
    let choices: [(String, String, Bool)] = [
      ("rl-v-inline", words("全文", "Whole text"), view == .inline), ("rl-v-only", words("只看改动", "Changes only"), false),
      ("rl-v-side", words("左右对照", "Side by side"), view == .side), ("rl-v-steps", words("步骤表", "Steps"), false),
      ("rl-v-summary", words("一页摘要", "One-page summary"), view == .summary || view == .impact),
    ]
    element("div", [("class", "rl-bar"), ("role", "radiogroup"), ("aria-label", words("显示方式", "View"))]) { bar in
      for (name, label, isChosen) in choices {
        bar.element("label") { line in
          line.html.append(literal: "<input type=\"radio\" name=\"")
          line.html.append(escaping: line.prefix + "view")
          line.html.append(literal: "\" class=\"")
          line.html.append(escaping: name)
          line.html.append(literal: "\"")
          if isChosen { line.html.append(literal: " checked") }
          line.html.append(literal: ">")
          line.html.append(escaping: label)
        }
      }
    }
    element(
      "div",
      [("class", "rl-bar rl-filters"), ("hidden", "hidden"), ("role", "group"), ("aria-label", words("筛选", "Filter"))]
    ) { bar in
      for (kind, count) in bar.redline.counts {
        bar.element(
          "button", [("type", "button"), ("data-kind", kind.name), ("aria-pressed", "false")],
          text: "\(bar.words.label(kind)) \(count)")
      }
      for share in bar.redline.impact.shares {
        bar.element(
          "button", [("type", "button"), ("data-role", share.role), ("aria-pressed", "false")],
          text: "\(share.role) \(share.events.count)")
      }
    }
  }

  private mutating func writeEvents() {
    if redline.isEmpty { return }
    element("h2", text: words("改了什么", "What changed"))
    let minor = redline.events.indices.filter { redline.events[$0].kind.isMinor }
    element("ol", [("class", "rl-events")]) { list in
      for index in list.redline.events.indices where !list.redline.events[index].kind.isMinor { list.writeEvent(index) }
    }
    if minor.isEmpty { return }
    element("details", [("class", "rl-minor")]) { details in
      details.element(
        "summary",
        text: details.words(
          "另有 \(minor.count) 处只改写法（标点、格式、编号）", "\(minor.count) more of form only (punctuation, formatting, numbers)"))
      details.element("ol", [("class", "rl-events")]) { list in for index in minor { list.writeEvent(index) } }
    }
  }

  private mutating func writeEvent(_ index: Int) {
    let event = redline.events[index]
    element("li", [("data-kinds-of", event.kind.name), ("data-roles", event.affected.joined(separator: "\n"))]) {
      line in
      let sentence = StyledText.visible(line.words.sentence(event), showsLookalikes: false)
      if let passage = event.passage {
        line.element("a", [("href", "#\(line.prefix)\(passage)")], text: sentence)
      } else {
        line.html.append(escaping: sentence)
      }
    }
  }

  private mutating func writeImpact() {
    if redline.impact.shares.isEmpty { return }
    element("h2", text: words("谁要知道", "Who has to know"))
    for share in redline.impact.shares {
      element("h3", text: share.role)
      element("ul") { list in
        for event in share.events {
          list.element("li", text: list.words.sentence(list.redline.events[event], for: share.role))
        }
      }
    }
    element("p") { line in
      line.element("strong", text: line.words("要重新培训：", "To be trained again: "))
      line.html.append(escaping: line.words.list(line.redline.impact.roles))
    }
    for text in words.followUps(redline) { element("p", text: text) }
    let note = words.changeNote(redline)
    if note.isEmpty { return }
    element("p", [("class", "rl-note")]) { line in
      line.element("strong", text: line.words("修订说明（草稿）：", "Change note (draft): "))
      line.html.append(escaping: note)
    }
  }
}
