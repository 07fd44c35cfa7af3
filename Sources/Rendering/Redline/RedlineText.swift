package import Diagnostics
package import Redlines

/// A redline for a terminal: what matters in few lines, then the text with its changes, unchanged parts folded.
package struct RedlineText {
  /// What of a redline is shown.
  package enum View: String, Sendable, CaseIterable {
    /// One text with both versions in it.
    case inline
    /// Old at the left, new at the right.
    case side
    /// The events in sentences.
    case summary
    /// What each role has to know.
    case impact
  }

  let words: RedlineWords
  let width: Int
  let styled: StyledText
  private var out = ""

  /// Writes some redlines.
  ///
  /// - Parameters:
  ///   - redlines: those of the pairs that differ.
  ///   - view: what is shown.
  ///   - language: of the sentences.
  ///   - width: the cells of a line.
  ///   - usesColour: whether colours may be used; else changes stand in `[-…-]` and `{+…+}`.
  package static func bytes(
    _ redlines: [Redline], view: View, language: Language, width: Int, usesColour: Bool
  ) -> [UInt8] {
    var text = RedlineText(
      words: RedlineWords(language), width: max(width, 40), styled: StyledText(usesColour: usesColour))
    if redlines.count > 1 {
      text.say(text.words("\(redlines.count) 份文件有不同", "\(redlines.count) documents differ"), .bold)
      text.out += "\n"
    }
    for (index, redline) in redlines.enumerated() {
      if index > 0 { text.out += "\n" }
      text.write(redline, view)
    }
    if redlines.allSatisfy(\.isEmpty) { text.out += text.words("没有不同。\n", "No differences.\n") }
    return Array(text.out.utf8)
  }

  private init(words: RedlineWords, width: Int, styled: StyledText) {
    (self.words, self.width, self.styled) = (words, width, styled)
  }

  private mutating func write(_ redline: Redline, _ view: View) {
    if redline.isEmpty && redline.notices.isEmpty { return }
    writeHead(redline)
    switch view {
    case .summary: writeSummary(redline)
    case .impact: writeImpact(redline)
    case .inline, .side: writePassages(redline, view)
    }
  }

  // MARK: Lines

  private mutating func line(_ spans: [StyledText.Span], first: String = "", indent: String = "") {
    let lines = styled.lines(spans, width: width - max(CellWidth.of(first), CellWidth.of(indent)))
    for (index, line) in lines.enumerated() { out += (index == 0 ? first : indent) + line + "\n" }
  }

  private mutating func say(_ text: String, first: String = "", indent: String = "", _ style: StyledText.Style = .plain)
  {
    line([.init(text: StyledText.visible(text, showsLookalikes: false), style: style)], first: first, indent: indent)
  }

  private mutating func writeHead(_ redline: Redline) {
    let side = redline.new.title.isEmpty ? redline.old : redline.new
    let versions = [redline.old.version, redline.new.version].filter { !$0.isEmpty }
    let version = Set(versions).count > 1 ? "  \(versions[0]) → \(versions[1])" : versions.first.map { "  " + $0 } ?? ""
    say([side.code, side.title].filter { !$0.isEmpty }.joined(separator: " ") + version, .bold)
    if redline.isEmpty {
      say(words("没有不同。", "No differences."))
    } else {
      say(words.counts(redline), indent: "  ")
    }
    let roles = redline.impact.roles
    if !roles.isEmpty { say(words("涉及岗位：", "Concerns: ") + words.list(roles), indent: "  ") }
    for notice in redline.notices { say(words.notice(notice), first: "! ", indent: "  ", .warning) }
  }

  private mutating func writeSummary(_ redline: Redline) {
    out += "\n"
    let width = String(redline.events.count).count
    for (index, event) in redline.events.enumerated() {
      let number = String(index + 1)
      say(
        words.sentence(event) + binding(event),
        first: String(repeating: " ", count: width - number.count) + number + ". ",
        indent: String(repeating: " ", count: width + 2))
    }
  }

  /// Words that bind or count and that changed.
  private func binding(_ event: Event) -> String {
    let told = event.substantive.filter { word in
      !event.phrases.contains { $0.from.contains(word) || $0.to.contains(word) } && !event.from.contains(word)
        && !event.to.contains(word)
    }
    return told.isEmpty ? "" : words("（注意：\(words.list(told))）", " (note: \(words.list(told)))")
  }

  private mutating func writeImpact(_ redline: Redline) {
    for share in redline.impact.shares {
      out += "\n"
      say(share.role, .bold)
      for event in share.events {
        say(words.sentence(redline.events[event], for: share.role), first: "  · ", indent: "    ")
      }
    }
    if redline.impact.shares.isEmpty {
      out += "\n"
      say(words("没有岗位的工作因此改变。", "Nobody’s own work changes."))
      for line in words.followUps(redline) { say(line, indent: "  ") }
      return
    }
    out += "\n"
    say(words("要重新培训：", "To be trained again: ") + words.list(redline.impact.roles), indent: "  ")
    for line in words.followUps(redline) { say(line, indent: "  ") }
    say(words("修订说明（草稿）：", "Change note (draft): ") + words.changeNote(redline), indent: "  ")
  }

  // MARK: Passages

  private mutating func writePassages(_ redline: Redline, _ view: View) {
    let metadata = redline.events.filter { $0.kind.subject == .meta || $0.kind.subject == .document }
    if !metadata.isEmpty { out += "\n" }
    for event in metadata { say(words.sentence(event), first: "~ ", indent: "  ") }
    out += "\n"
    var folded = 0
    var heading: Passage?
    let context = redline.contextPassages
    for (index, passage) in redline.passages.enumerated() {
      if passage.kind == .heading, !passage.isChanged {
        heading = passage
        continue
      }
      guard isShown(passage, redline) || context.contains(index) else {
        if passage.kind != .cell && passage.kind != .heading { folded += 1 }
        continue
      }
      fold(&folded)
      if passage.kind == .heading { heading = nil }
      if let open = heading {
        if !out.hasSuffix("\n\n") { out += "\n" }
        say(open.runs.map(\.text).joined(), .bold)
        heading = nil
      }
      if view == .side { writeSide(passage, redline) } else { writeInline(passage, redline) }
    }
    fold(&folded)
  }

  private func isShown(_ passage: Passage, _ redline: Redline) -> Bool {
    passage.isChanged && passage.kind != .table
      || passage.kind == .table && passage.events.contains { $0 < redline.events.count }
  }

  /// Says how many units in a row did not change.
  private mutating func fold(_ count: inout Int) {
    if count > 0 { say(words("… \(count) 处没有改动", "… \(count) unchanged"), first: "    ", .dim) }
    count = 0
  }

  private func mark(_ passage: Passage) -> (String, StyledText.Style) {
    switch passage.state {
    case .added: ("+", .added)
    case .removed: ("-", .removed)
    case .moved, .stub: ("↷", .moved)
    case .kept: (passage.isChanged ? "~" : " ", .plain)
    }
  }

  /// The number and names in front of a unit.
  private func label(_ passage: Passage) -> [StyledText.Span] {
    var spans: [StyledText.Span] = []
    switch passage.kind {
    case .step:
      let number = passage.state == .removed || passage.state == .stub ? passage.numbers.old : passage.numbers.new
      spans.append(.init(text: number + ". ", style: .bold))
    case .item: spans.append(.init(text: "• ", style: .plain))
    case .box: spans.append(.init(text: "☐ ", style: .plain))
    case .cell:
      let name = (passage.at ?? passage.was.first ?? "").split(separator: "@", omittingEmptySubsequences: false).suffix(
        2
      ).filter { !$0.isEmpty }.joined(separator: " · ")
      spans.append(.init(text: "▦ \(name)：", style: .dim))
    case .heading: spans.append(.init(text: String(repeating: "#", count: max(passage.level, 1)) + " ", style: .dim))
    case .paragraph, .table, .code, .html, .rule, .field, .branch: break
    }
    return spans + names(passage)
  }

  private func names(_ passage: Passage) -> [StyledText.Span] {
    let (old, new) = (passage.roles.old, passage.roles.new)
    if passage.state == .removed || passage.state == .stub {
      return old.isEmpty ? [] : [.init(text: words.list(old) + "  ", style: .bold)]
    }
    if new.isEmpty && old.isEmpty { return [] }
    if old == new || passage.state == .added { return [.init(text: words.list(new) + "  ", style: .bold)] }
    let runs = [Run(.removed, words.list(old)), Run(.added, words.list(new))].filter {
      $0.change == .removed ? !old.isEmpty : !new.isEmpty
    }
    return styled.spans(runs) + [.init(text: "  ", style: .plain)]
  }

  private func tail(_ passage: Passage, _ redline: Redline) -> [StyledText.Span] {
    var told: [String] = []
    if passage.state == .moved, !passage.numbers.old.isEmpty {
      told.append(words("原第 \(passage.numbers.old) 步", "was step \(passage.numbers.old)"))
    }
    for event in passage.events.map({ redline.events[$0] }) {
      switch event.kind.verb {
      case .split: told.append(words("由原第 \(passage.numbers.old) 步拆出", "split from step \(passage.numbers.old)"))
      case .merged: told.append(words.sentence(event))
      case .changed where event.kind.subject != .format: break
      case .retargeted, .cosmetic, .renumbered, .changed: told.append(words.sentence(event))
      case .moved where passage.numbers.old.isEmpty: told.append(words("换了位置", "moved"))
      default: break
      }
    }
    return told.isEmpty
      ? []
      : [.init(text: words("  （\(told.joined(separator: "；"))）", "  (\(told.joined(separator: "; ")))"), style: .dim)]
  }

  private mutating func writeInline(_ passage: Passage, _ redline: Redline) {
    let (mark, style) = mark(passage)
    let first = styled.paint(mark, style) + " "
    if passage.state == .stub {
      let text = passage.runs.map(\.text).joined()
      let moved = words("（移走）", " (moved away)")
      return line(
        label(passage) + [.init(text: words.short(text, 24) + moved, style: .dim)], first: first, indent: "  ")
    }
    let indent =
      passage.kind == .heading || passage.kind == .cell
      ? "" : String(repeating: "  ", count: min(max(passage.level - 1, 0), 4))
    let body =
      passage.state == .added || passage.state == .removed
      ? passage.runs.map { StyledText.Span(text: StyledText.visible($0.text, showsLookalikes: true), style: style) }
      : styled.spans(passage.runs)
    line(label(passage) + body + tail(passage, redline), first: first + indent, indent: "  " + indent + "   ")
  }

  private mutating func writeSide(_ passage: Passage, _ redline: Redline) {
    if passage.state == .stub { return }
    let column = (width - 3) / 2
    let left = passage.was.isEmpty ? [] : side(passage, .removed, column)
    let right = passage.at == nil ? [] : side(passage, .added, column)
    for index in 0..<max(left.count, right.count) {
      let before = index < left.count ? left[index] : ""
      let padding = String(repeating: " ", count: max(column - StyledText.cells(before), 0))
      out += before + padding + " │ " + (index < right.count ? right[index] : "") + "\n"
    }
    out += String(repeating: "─", count: column + 1) + "┼" + String(repeating: "─", count: column + 1) + "\n"
  }

  /// One version of a unit with its marks.
  private func side(_ passage: Passage, _ change: Run.Change, _ column: Int) -> [String] {
    var part = passage
    part.state = change == .removed ? .removed : .added
    let runs = passage.runs.filter { $0.change == .kept || $0.change == change }
    return styled.lines(label(part) + styled.spans(runs), width: column)
  }
}
