package import Diagnostics
package import Redlines

extension RedlineWords {
  func metaSentence(_ event: Event) -> String {
    let what = self("文件头 \(event.field)", "front matter \(event.field)")
    if event.kind.verb == .reordered { return self("\(what)：顺序变了", "\(what): another order") }
    if event.isList {
      let added = event.added.isEmpty ? nil : self("增加\(list(event.added))", "adds \(list(event.added))")
      let removed = event.removed.isEmpty ? nil : self("去掉\(list(event.removed))", "drops \(list(event.removed))")
      return what + self("：", ": ") + [added, removed].compactMap(\.self).joined(separator: self("，", ", "))
    }
    let (from, to) = (event.from.first ?? "", event.to.first ?? "")
    if event.from.isEmpty { return self("\(what)：新增 \(short(to, 60))", "\(what): new, \(short(to, 60))") }
    if event.to.isEmpty { return self("\(what)：删去（原为 \(short(from, 60))）", "\(what): gone, was \(short(from, 60))") }
    return self("\(what)：\(short(from, 60)) → \(short(to, 60))", "\(what): \(short(from, 60)) → \(short(to, 60))")
  }

  func sectionSentence(_ event: Event) -> String {
    let name = self("《\(event.section)》", "“\(event.section)”")
    switch (event.kind.subject, event.kind.verb) {
    case (_, .added): return self("新增章节\(name)", "new section \(name)")
    case (_, .removed): return self("删除章节\(name)", "section \(name) is removed")
    case (_, .moved): return self("章节\(name)换了位置", "section \(name) moved")
    case (.heading, _):
      return self(
        "章节编号变了：\(event.from.first ?? "") → \(event.to.first ?? "")",
        "heading renumbered: \(event.from.first ?? "") → \(event.to.first ?? "")")
    default:
      return self(
        "章节《\(event.from.first ?? "")》改名为《\(event.to.first ?? "")》",
        "section “\(event.from.first ?? "")” is now called “\(event.to.first ?? "")”")
    }
  }

  func tableSentence(_ event: Event) -> String {
    let table = self("表《\(event.table)》", "table “\(event.table)”")
    let (row, column) = (short(event.row), short(event.column))
    switch (event.kind.subject, event.kind.verb) {
    case (.row, .added): return self("\(table)新增行“\(row)”", "\(table), new row “\(row)”")
    case (.row, .removed): return self("\(table)删除行“\(row)”", "\(table), row “\(row)” is removed")
    case (.row, _): return self("\(table)行“\(row)”换了位置", "\(table), row “\(row)” moved")
    case (.column, .added): return self("\(table)新增列“\(column)”", "\(table), new column “\(column)”")
    case (.column, .removed): return self("\(table)删除列“\(column)”", "\(table), column “\(column)” is removed")
    case (.column, .renamed):
      return self(
        "\(table)列“\(event.from.first ?? "")”改名为“\(event.to.first ?? "")”",
        "\(table), column “\(event.from.first ?? "")” is now “\(event.to.first ?? "")”")
    case (.column, _): return self("\(table)列“\(column)”换了位置", "\(table), column “\(column)” moved")
    case (.cell, _):
      let (from, to) = (short(event.from.first ?? ""), short(event.to.first ?? ""))
      return self("\(table)“\(row)”的\(column)：\(from) → \(to)", "\(table), “\(row)”, \(column): \(from) → \(to)")
    case (_, .added):
      return self("新增一个表：\((event.new.first).map(place) ?? "")", "new table: \((event.new.first).map(place) ?? "")")
    case (_, .removed):
      return self(
        "删除一个表：原\((event.old.first).map(place) ?? "")", "table removed: \((event.old.first).map(place) ?? "")")
    default: return self("\(table)换了位置", "\(table) moved")
    }
  }

  func otherSentence(_ event: Event) -> String {
    if event.kind.subject == .document {
      let name = [(event.to + event.from).first ?? "", event.text].filter { !$0.isEmpty }.joined(separator: " ")
      return event.kind.verb == .added
        ? self("新增文件 \(name)", "new document \(name)") : self("删除文件 \(name)", "document \(name) is removed")
    }
    let place = (event.new.first ?? event.old.first).map(place) ?? self("表《\(event.table)》", "table “\(event.table)”")
    let (from, to) = (short(event.from.first ?? "", 60), short(event.to.first ?? "", 60))
    switch (event.kind.subject, event.kind.verb) {
    case (.link, _):
      return self(
        "\(place)链接“\(short(event.text))”的目标：\(from.isEmpty ? "（无）" : from) → \(to.isEmpty ? "（无）" : to)",
        "\(place), link “\(short(event.text))” leads elsewhere: \(from.isEmpty ? "nowhere" : from) → \(to.isEmpty ? "nowhere" : to)"
      )
    case (.image, _): return self("\(place)图片换了：\(from) → \(to)", "\(place), another image: \(from) → \(to)")
    case (.text, _): return self("\(place)只有标点、空格或引号的写法不同", "\(place): only punctuation, blanks or quotes")
    case (.reference, _): return self("\(place)引用的步骤号随步骤更新", "\(place): a step number follows its step")
    case (.format, _): return self("\(place)只有格式不同", "\(place): only the formatting")
    case (.sentence, _): return self("\(place)句子换了顺序", "\(place): sentences in another order")
    case (_, .added): return self("新增\(place)：\(short(event.text))", "new \(place): \(short(event.text))")
    case (_, .removed):
      return self("删除原\(place)：\(short(event.text))", "removed, formerly \(place): \(short(event.text))")
    case (_, .moved):
      return self(
        "原\(event.old.first.map(self.place) ?? "")移到\(place)",
        "\(event.old.first.map(self.place) ?? "") moved to \(place)")
    case (_, .split): return self("\(place)由一条拆成 \(event.new.count) 条", "\(place) was split into \(event.new.count)")
    case (_, .merged): return self("\(place)由 \(event.old.count) 条合并而成", "\(place) was merged from \(event.old.count)")
    case (_, .replaced): return self("\(place)重写：\(short(event.text))", "\(place) is rewritten: \(short(event.text))")
    default:
      let told = phrases(event)
      return self("\(place)：\(told.isEmpty ? "文字有修改" : told)", "\(place): \(told.isEmpty ? "reworded" : told)")
    }
  }

  /// What is to be looked at beside the events.
  package func notice(_ notice: Notice) -> String {
    switch notice.message {
    case .staleReference(let written, let now?):
      self(
        "\(place(notice.at))仍写着第 \(written) 步，那一步现在是第 \(now) 步",
        "\(place(notice.at)) still says step \(written); that step is now \(now)")
    case .staleReference(let written, nil):
      self(
        "\(place(notice.at))仍写着第 \(written) 步，那一步已删除",
        "\(place(notice.at)) still says step \(written); that step is gone")
    case .comparedAsText(let isOld, let isNew):
      self(
        "\(isOld && isNew ? "两版都" : isOld ? "旧版" : "新版")无法按 Markdown 读取，按逐行文本比较",
        "\(isOld && isNew ? "neither version" : isOld ? "the old version" : "the new version") can\(isOld && isNew ? "" : "not") be read as Markdown; compared line by line"
      )
    case .lineEnds: self("只有换行符不同", "only the line ends differ")
    case .hidden(let points):
      self(
        "\(place(notice.at))有看不见或易混淆的字符：\(points.joined(separator: " "))",
        "\(place(notice.at)) has characters that cannot be seen or look like others: \(points.joined(separator: " "))")
    case .degraded: degraded
    }
  }

  /// How many events of each kind there are: 新增步骤 2 · 修改步骤 1.
  package func counts(_ redline: Redline) -> String {
    redline.counts.map { "\(label($0.kind)) \($0.count)" }.joined(separator: " · ")
  }

  /// A kind of event in a word or two.
  package func label(_ kind: EventKind) -> String {
    let subjects: [EventKind.Subject: (String, String)] = [
      .document: ("文件", "document"), .meta: ("文件头", "front matter"), .section: ("章节", "section"),
      .heading: ("章节编号", "heading"), .step: ("步骤", "step"),
      .paragraph: ("段落", "paragraph"), .item: ("条目", "item"), .sentence: ("句子", "sentence"), .table: ("表", "table"),
      .row: ("表行", "row"), .column: ("表列", "column"), .cell: ("单元格", "cell"), .link: ("链接", "link"),
      .image: ("图片", "image"), .text: ("标点空格", "punctuation"), .reference: ("步骤引用", "reference"),
      .format: ("格式", "format"),
      .code: ("代码", "code"), .html: ("HTML", "HTML"), .rule: ("分隔线", "rule"), .box: ("检查项", "check"),
      .killer: ("关键检查项", "critical check"),
      .condition: ("条件", "condition"), .approval: ("批准", "approval"), .record: ("记录", "record"),
      .party: ("参与人", "participants"), .field: ("字段", "field"),
    ]
    let verbs: [EventKind.Verb: (String, String)] = [
      .added: ("新增", "added"), .removed: ("删除", "removed"), .moved: ("移动", "moved"), .edited: ("修改", "edited"),
      .replaced: ("重写", "rewritten"),
      .renamed: ("改名", "renamed"), .reassigned: ("换人", "reassigned"), .retimed: ("改时间", "re-timed"),
      .split: ("拆分", "split"), .merged: ("合并", "merged"),
      .changed: ("变更", "changed"), .retargeted: ("改目标", "retargeted"), .cosmetic: ("写法", "cosmetic"),
      .renumbered: ("随步骤更新", "renumbered"), .reordered: ("换序", "reordered"),
    ]
    let (subject, verb) = (subjects[kind.subject] ?? ("", ""), verbs[kind.verb] ?? ("", ""))
    return self(subject.0 + verb.0, "\(subject.1) \(verb.1)")
  }

  /// What else is to be done: documents whose links lead nowhere now, checklists on paper.
  package func followUps(_ redline: Redline) -> [String] {
    var lines: [String] = []
    let impact = redline.impact
    if !impact.brokenLinks.isEmpty {
      lines.append(self("这些文件的链接指向已删除的内容：", "These link to what is gone: ") + list(impact.brokenLinks))
    }
    if !impact.readers.isEmpty {
      lines.append(self("引用本文件，请一并核对：", "These refer to this document, check them too: ") + list(impact.readers))
    }
    if redline.withdrawsChecklists {
      let code = redline.old.code.isEmpty ? redline.old.title : redline.old.code
      let name = [code, redline.old.version].filter { !$0.isEmpty }.joined(separator: " ")
      let roles =
        impact.roles.isEmpty
        ? "" : self("，以及岗位清单：\(list(impact.roles))", ", and the role checklists of \(list(impact.roles))")
      lines.append(self("收回并销毁已打印的清单：\(name)\(roles)", "Withdraw printed checklists: \(name)\(roles)"))
    }
    return lines
  }

  /// A draft of the revision log's line: the events that matter, in one sentence each; the reason is the writer's.
  package func changeNote(_ redline: Redline) -> String {
    let told = redline.events.filter { !$0.kind.isMinor && $0.kind.subject != .meta }.map { sentence($0) }
    let shown = told.prefix(12)
    let rest = told.count - shown.count
    let more = rest > 0 ? self("；另有 \(rest) 处", "; and \(rest) more") : ""
    return shown.joined(separator: self("；", "; ")) + more
  }
}
