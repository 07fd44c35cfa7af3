package import Diagnostics
import Markdown
package import Procedures

/// The model of a handbook as JSON (spec/data.md): English keys, the author's text, the order of the text.
package struct ModelJSON {
  let handbook: Handbook
  /// The addresses of an article's pages in the published site; nil where the model is printed by itself.
  let pages: ((ArticleID) -> [String])?
  /// Whether names and telephone numbers of people are written (spec/versions.md 2, Audience).
  let showsPeople: Bool

  /// Prepares the model of a handbook.
  ///
  /// - Parameters:
  ///   - handbook: the handbook.
  ///   - showsPeople: whether names and telephone numbers of people are written.
  ///   - pages: the addresses of an article's pages; they are added where given.
  package init(_ handbook: Handbook, showsPeople: Bool = true, pages: ((ArticleID) -> [String])? = nil) {
    self.handbook = handbook
    self.showsPeople = showsPeople
    self.pages = pages
  }

  /// The articles of each part of the whole model; one part at least.
  package static func parts(of handbook: Handbook) -> [Range<Int>] {
    let count = handbook.articles.count
    if count == 0 { return [0..<0] }
    return stride(from: 0, to: count, by: 128).map { $0..<min($0 + 128, count) }
  }

  /// Writes one part of the whole model: some articles, each on a line; the first part begins with the handbook's own
  /// facts. Linear.
  package func write(_ part: Range<Int>, into out: inout [UInt8]) {
    let isLast = part.upperBound == handbook.articles.count
    write(handbook.articles[part].map(\.id), isFirst: part.lowerBound == 0, isLast: isLast, into: &out)
  }

  /// Writes the handbook's own facts and some of its articles, each on a line. Linear.
  ///
  /// - Parameter articles: which articles; nil writes all.
  package func bytes(_ articles: [ArticleID]? = nil) -> [UInt8] {
    var out: [UInt8] = []
    write(articles ?? handbook.articles.map(\.id), isFirst: true, isLast: true, into: &out)
    return out
  }

  private func write(_ articles: [ArticleID], isFirst: Bool, isLast: Bool, into out: inout [UInt8]) {
    var json = JSONWriter(taking: &out)
    if isFirst { writeHead(&json) }
    for (index, id) in articles.enumerated() {
      json.raw(index == 0 && isFirst ? "\n" : ",\n")
      json.object { write(handbook[id], &$0) }
    }
    if isLast { json.raw("]}\n") }
    json.give(to: &out)
  }

  private func writeHead(_ json: inout JSONWriter) {
    let settings = handbook.settings
    json.raw("{\"handbook\":")
    json.object { json in
      json.member("title", settings.title?.text)
      json.member("organisation", settings.organisation?.text)
      json.member("language", settings.language.rawValue)
    }
    json.raw(",\n\"documents\":[")
  }

  private func write(_ article: Article, _ json: inout JSONWriter) {
    let text = ArticleText(article, handbook)
    writeIdentity(article, text, &json)
    writeCard(article, text, &json)
    writeSections(article, text, &json)
    StepJSON(text).write(&json)
    writeLists(article, text, &json)
    writePeople(article, text, &json)
    json.member("linkedFrom", article.linkedFrom.map { handbook[$0].name })
    json.member("unresolved", article.unresolved)
    if let pages { json.member("pages", pages(article.id)) }
  }

  private func writeIdentity(_ article: Article, _ text: ArticleText, _ json: inout JSONWriter) {
    json.member("kind", article.kind.rawValue)
    json.member("language", article.entry.language)
    json.member("translates", article.entry.card.translates?.text)
    json.member("code", article.code)
    json.member("name", article.entry.card.titleField?.text)
    guard let control = article.entry.card.control else {
      json.member("department", article.card.department.map(handbook.name))
      return
    }
    json.member("version", control.version?.value.text)
    json.member("status", control.status?.text)
    json.member("department", article.card.department.map(handbook.name))
    json.member("owner", article.card.owner.map(handbook.name))
    json.member("effective", control.effective?.value.description)
    json.member("review", control.review?.text)
    json.member("mode", control.mode?.text)
    json.member("audience", control.audience?.text)
    json.member("retention", control.retention?.text)
  }

  private func writeCard(_ article: Article, _ text: ArticleText, _ json: inout JSONWriter) {
    switch article.entry.card {
    case .control(let card): write(card, article, text, &json)
    case .role(let card):
      json.member("audience", card.audience?.text)
      json.member("formerly", card.formerly.map(\.text))
    case .department(let card): json.member("formerly", card.formerly.map(\.text))
    case .event(let card):
      json.member("mode", card.mode?.text)
      json.member("audience", card.audience?.text)
      json.member("formerly", card.formerly.map(\.text))
      writeVariants(article.card.variants.map { ($0.name, [$0.value]) }, &json)
      writeAnchors(article, &json)
    }
  }

  private func write(_ card: Control, _ article: Article, _ text: ArticleText, _ json: inout JSONWriter) {
    json.member("formerly", card.formerly.map(\.text))
    json.member("basis", article.card.basis.map(\.title))
    json.member("keywords", card.keywords.map(\.text))
    json.member("changeNote", card.changeNote?.text)
    json.member("withdrawnBecause", card.withdrawnBecause?.text)
    json.member(
      "replacedBy",
      article.card.replacedBy.map { reference in reference.article.map { handbook[$0].name } ?? reference.title })
    json.member("approvals", list: article.card.approvals) { json, approval in
      json.object { json in
        json.member("action", approval.action.rawValue)
        json.member("role", text.name(written: approval.role.text))
        json.member("person", showsPeople ? approval.person : nil)
        json.member("at", approval.at)
      }
    }
    writeVariants(card.variants.map { ($0.name.text, $0.values.map(\.text)) }, &json)
    writeAnchors(article, &json)
    json.member("shifts", card.shifts.map(\.text))
    json.member(
      "replaces",
      article.card.replaces.map { reference in reference.article.map { handbook[$0].name } ?? reference.title })
    json.member("distribution", article.card.distribution.map(handbook.name))
    json.member("training", article.card.training.map(handbook.name))
  }

  private func writeVariants(_ variants: [(String, [String])], _ json: inout JSONWriter) {
    if variants.isEmpty { return }
    json.member("variants") { json in for (name, values) in variants { json.member(name, values) } }
  }

  private func writeAnchors(_ article: Article, _ json: inout JSONWriter) {
    let anchors = AnchorTable(article.entry.card.anchors).entries
    if anchors.isEmpty { return }
    json.member("anchors") { json in for anchor in anchors { json.member(anchor.name, anchor.value) } }
  }

  private func writeSections(_ article: Article, _ text: ArticleText, _ json: inout JSONWriter) {
    json.member("sections", list: article.sections) { json, section in
      json.object { json in
        json.member("kind", section.kind.rawValue)
        json.member("title", section.title)
        // The revision log names people; what it says of them stands in `changes`.
        if showsPeople || section.kind != .changes { json.member("text", text.source(section.range)) }
      }
    }
    json.member("definitions", list: article.definitions) { json, definition in
      json.object { json in
        json.member("term", definition.term)
        json.member("text", text.plain(definition.text))
      }
    }
  }

  private func writeLists(_ article: Article, _ text: ArticleText, _ json: inout JSONWriter) {
    json.member("risks", list: article.risks) { json, risk in
      json.object { json in
        json.member("risk", text.plain(risk.risk))
        json.member("control", risk.control.map(text.plain))
        json.member("owner", risk.owner.isEmpty ? nil : risk.owner.map(handbook.name).joined(separator: "、"))
      }
    }
    json.member("materials", list: article.materials) { json, material in
      json.object { json in
        json.member("name", material.name)
        json.member("quantity", material.quantity)
        json.member("note", material.note)
      }
    }
    for (name, list) in [
      ("records", article.records), ("references", article.references), ("inputs", article.inputs),
      ("outputs", article.outputs),
    ] {
      json.member(name, list: list) { text.write($1, &$0) }
    }
    json.member("changes", list: article.changes) { json, change in
      json.object { json in
        json.member("version", change.version)
        json.member("date", change.date)
        json.member("person", showsPeople ? change.person : nil)
        json.member("note", text.plain(change.note))
      }
    }
    json.member("duties", list: article.duties) { json, duty in
      json.object { json in
        json.member("number", String(duty.number))
        json.member("text", text.plain(duty.text))
        json.member("time", duty.time)
        json.member("due", duty.due)
        json.member("every", duty.every)
      }
    }
  }

  private func writePeople(_ article: Article, _ text: ArticleText, _ json: inout JSONWriter) {
    json.member("members", article.card.members.map(handbook.name))
    json.member("parent", article.card.parent.map(handbook.name))
    json.member("head", article.card.head.map(handbook.name))
    if let role = article.entry.card.role {
      json.member("aliases", role.aliases.map(\.text))
      json.member("reportsTo", article.card.reportsTo.map(handbook.name))
      json.member("backup", article.card.backup.map(handbook.name))
      json.member("headcount", role.headcount?.text)
      json.flag("external", role.external?.value ?? false)
      if showsPeople { json.member("holders", role.holders.map(\.text)) }
    }
    guard let event = article.entry.card.event else { return }
    json.member("date", event.date?.text)
    json.member("place", event.place?.text)
    json.member("procedures", list: article.card.procedures) { text.write($1, &$0) }
    if article.card.people.isEmpty || !showsPeople { return }
    json.member("people") { json in
      for (party, person) in article.card.people { json.member(handbook.name(of: party), person) }
    }
  }
}

extension JSONWriter {
  /// Writes a time (spec/data.md, Time).
  mutating func member(_ name: String, _ moment: Moment?) {
    guard let moment else { return }
    member(name) { json in
      for (key, value) in moment.dataFields {
        switch value {
        case .string(let text): json.member(key, text)
        case .int(let number): json.member(key, number)
        }
      }
    }
  }
}
