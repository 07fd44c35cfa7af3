internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// What the pages of a controlled document have in common: facts of its card, approvals, neighbours, sheet.
struct DocumentHead {
  let id: ArticleID
  /// The article, lent without a copy.
  var article: Article { _read { yield view[id] } }
  let view: Viewpoint

  /// The card, read once: it is large.
  let card: Control

  init(_ id: ArticleID, _ view: Viewpoint) {
    self.id = id
    self.view = view
    card = view[id].entry.card.control ?? Control()
  }

  /// The head of the page; the crumbs lead over the list of the kind and the department.
  func page(_ title: String? = nil) -> PageHead {
    let kind = view.facts(id).kind
    var head = PageHead(view.facts(id).title, place: kind.place)
    head.crumbs = [LinkView(text: view.strings[kind.pluralWord], href: view.href(kind.place))]
    if let department = article.card.department {
      head.crumbs.append(LinkView(text: view.name(department), href: view.href(department)))
    }
    head.crumbs.append(LinkView(text: view.facts(id).name))
    head.banner = banner
    head.state = shown.flatMap { issued?.pageState($0, root: "") }
    head.languages = view.languages(of: id)
    return head
  }

  /// The values of the card, in the order in which a reader looks for them.
  var facts: [FieldView] {
    var found: [FieldView] = []
    func add(_ word: Word, _ text: String?) {
      if let text, !text.isEmpty { found.append(FieldView(word.key, view.strings[word], SafeHTML(escaping: text))) }
    }
    func add(_ word: Word, _ html: SafeHTML) {
      if !html.isEmpty { found.append(FieldView(word.key, view.strings[word], html)) }
    }
    add(.version, card.version?.value.text)
    add(.effective, card.effective?.value.description)
    if let department = article.card.department { add(.department, view.names([department])) }
    if let owner = article.card.owner { add(.owner, view.names([owner])) }
    if let approval = article.card.approvals.last(where: { $0.action == .approved }) {
      add(.approvedBy, words(approval))
    }
    add(.reviewBy, view.nextReview(of: id)?.description)
    for variant in card.variants {
      let values = variant.values.map(\.text).joined(separator: view.strings[.listComma])
      found.append(FieldView("variants", variant.name.text, SafeHTML(escaping: values)))
    }
    add(.anchors, card.anchors.map { $0.name.text + " " + $0.value.text }.joined(separator: view.strings[.listComma]))
    add(.shifts, card.shifts.map(\.text).joined(separator: view.strings[.listComma]))
    add(.retention, card.retention?.text)
    return found + origins
  }

  /// Where the document comes from and who receives it.
  private var origins: [FieldView] {
    var found: [FieldView] = []
    func add(_ word: Word, _ html: SafeHTML) {
      if !html.isEmpty { found.append(FieldView(word.key, view.strings[word], html)) }
    }
    add(.basis, list(article.card.basis))
    add(.replaces, list(article.card.replaces))
    add(.distribution, view.names(article.card.distribution))
    add(.training, view.names(article.card.training))
    add(.formerly, SafeHTML(escaping: card.formerly.map(\.text).joined(separator: view.strings[.listComma])))
    add(.audience, SafeHTML(escaping: card.audience?.text ?? ""))
    add(.translates, SafeHTML(escaping: card.translates?.value.text ?? ""))
    add(.changeNote, SafeHTML(escaping: card.changeNote?.text ?? ""))
    add(.withdrawnBecause, SafeHTML(escaping: card.withdrawnBecause?.text ?? ""))
    return found
  }

  private func list(_ references: [Reference]) -> SafeHTML {
    var out: [UInt8] = []
    for (index, reference) in references.enumerated() {
      if index > 0 { Escape.html(view.strings[.listComma], into: &out) }
      view.write(reference, into: &out)
    }
    return SafeHTML(trusted: out)
  }

  /// Role, person and day of an approval, as far as they may be shown.
  private func words(_ approval: Approval) -> String {
    let person = view.site.facts.showsPeople ? approval.person : ""
    return [approval.role.text, person, approval.day.description].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The lines of 审批.
  var approvals: [ApprovalView] {
    article.card.approvals.map { approval in
      let party = view.handbook.party(named: approval.role.text, in: article)
      let role = approval.role.text.isEmpty ? nil : view.chip(party ?? .unknown(approval.role.text))
      return ApprovalView(
        action: approval.action.label[view.language], role: role,
        person: view.site.facts.showsPeople ? approval.person : nil, date: approval.at)
    }
  }

  /// The documents that lead here.
  var linkedFrom: [DocView] {
    let source = view.site.addresses.sources[Int(id.index)] ?? id
    return view.article(source) { $0.linkedFrom }.map { other in
      view.doc(other, note: view.article(other) { $0.entry.card.event?.date?.text })
    }
  }

  /// The documents of the same kind before and after this one in its department.
  var neighbours: (before: LinkView?, after: LinkView?) {
    guard case .department(let department)? = article.card.department else { return (nil, nil) }
    let source = view.site.addresses.sources[Int(id.index)] ?? id
    let all = view.handbook.departments[Int(department.index)].articles
    guard let place = all.firstIndex(of: source) else { return (nil, nil) }
    let kind = view.facts(id).kind
    let before = all[..<place].last { view.facts($0).kind == kind }
    let after = all[(place + 1)...].first { view.facts($0).kind == kind }
    return (before.map { neighbour($0) }, after.map { neighbour($0) })
  }

  private func neighbour(_ id: ArticleID) -> LinkView {
    let title = view.facts(view.localized(id)).title
    let code = view.facts(id).code
    return LinkView(text: [code, title].compactMap(\.self).joined(separator: " "), href: view.href(id))
  }

  /// What the head and foot of its sheets say.
  var sheet: SheetView {
    let facts = view.site.facts
    return SheetView(
      code: view.facts(id).code, title: view.facts(id).title, version: card.version?.value.text,
      effective: card.effective?.value.description, mark: view.strings[.copyMark],
      hash: hash,
      edition: facts.edition ?? facts.ledgerHead.map { String($0.prefix(12)) },
      watermark: watermark)
  }
}
