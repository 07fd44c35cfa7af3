internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension StepBuilder {
  /// What stands under a step: the handover, what must hold before, and who else takes part with criteria and records.
  func fields(
    _ step: Step, _ index: Int
  ) -> (handover: HandoverView?, conditions: [FieldView], evidence: [FieldView]) {
    var handover: HandoverView?
    let fields = own(step)
    var evidence = participation(fields.participation, isOwn: step.approvalOrigin == .step) + proof(fields)
    if let phrase = fields.handover {
      handover = self.handover(phrase)
      if handover == nil { evidence.append(field(.handover, prose.html(phrase))) }
    }
    return (handover, conditions(fields), evidence)
  }

  /// The fields that a step says itself: on the article's page what the stage hands down stands at the stage, and the
  /// owner's approval on the card. On pages that show a step without its stage it keeps them.
  private func own(_ step: Step) -> StepFields {
    guard let stage = step.stage, isOwnPage, handingDown.contains(stage) else { return step.fields }
    return step.fields.leavingOut(article.stages[stage].fields)
  }

  /// What must hold before or while something is done, and what happens when it does not.
  func conditions(_ fields: StepFields) -> [FieldView] {
    var found = timing(fields)
    if let place = fields.place { found.append(field(.place, prose.html(place))) }
    if !fields.requires.isEmpty { found.append(field(.requires, list(fields.requires))) }
    if fields.until != nil || fields.untilTarget != nil { found.append(field(.until, until(fields))) }
    if let late = fields.ifLate { found.append(field(.ifLate, prose.html(late))) }
    if !fields.escalate.isEmpty { found.append(field(.escalate, view.names(fields.escalate))) }
    return found
  }

  /// The times that the margin does not show already.
  private func timing(_ fields: StepFields) -> [FieldView] {
    var found: [FieldView] = []
    func add(_ word: Word, _ moment: Moment?) {
      if let moment { found.append(field(word, SafeHTML(escaping: moment.text))) }
    }
    if fields.time != nil { add(.every, fields.every) }
    if fields.time != nil || fields.every != nil { add(.due, fields.due) }
    if fields.time != nil || fields.every != nil || fields.due != nil { add(.limit, fields.limit) }
    return found
  }

  private func until(_ fields: StepFields) -> SafeHTML {
    var html = fields.until.map { prose.html($0) } ?? SafeHTML()
    guard let target = fields.untilTarget else { return html }
    let shown = link(target)
    html.append(escaping: html.isEmpty ? "→ " : " → ")
    view.write(shown.text, href: shown.href, into: &html)
    return html
  }

  /// Criteria, records, risks, penalties, and fields that the format does not know.
  func proof(_ fields: StepFields) -> [FieldView] {
    var found: [FieldView] = []
    if !fields.criteria.isEmpty { found.append(field(.criteria, list(fields.criteria))) }
    if !fields.records.isEmpty { found.append(field(.records, references(fields.records))) }
    for (word, phrase) in [(Word.risk, fields.risk), (.control, fields.control), (.penalty, fields.penalty)] {
      if let phrase { found.append(field(word, prose.html(phrase))) }
    }
    for (key, value) in fields.unknown { found.append(FieldView("unknown", key, prose.html(value))) }
    return found
  }

  /// Who takes part besides those who do it.
  ///
  /// - Parameters:
  ///   - part: the parties.
  ///   - isOwn: whether the approver was named here.
  func participation(_ part: Participation, isOwn: Bool = true) -> [FieldView] {
    var found: [FieldView] = []
    if !part.reviews.isEmpty { found.append(field(.reviews, turns(part.reviews))) }
    if isOwn, let approver = part.approves { found.append(field(.approves, view.names([approver]))) }
    let others: [(Word, [Party])] = [
      (.supports, part.supports), (.consulted, part.consulted), (.informed, part.informed), (.oversees, part.oversees),
    ]
    for (word, parties) in others where !parties.isEmpty { found.append(field(word, view.names(parties))) }
    return found
  }

  /// Reviewers in turn, with those side by side joined.
  private func turns(_ groups: [[Party]]) -> SafeHTML {
    var html = SafeHTML()
    for (index, group) in groups.enumerated() {
      if index > 0 { html.append(escaping: " → ") }
      html.append(view.names(group))
    }
    return html
  }

  private func list(_ phrases: [Phrase]) -> SafeHTML {
    var html = SafeHTML()
    for (index, phrase) in phrases.enumerated() {
      if index > 0 { html.append(literal: "<br>") }
      prose.write(phrase, into: &html)
    }
    return html
  }

  private func references(_ references: [Reference]) -> SafeHTML {
    var html = SafeHTML()
    for (index, reference) in references.enumerated() {
      if index > 0 { html.append(escaping: view.strings[.listComma]) }
      view.write(reference, into: &html)
      guard let note = reference.note, !note.isEmpty else { continue }
      html.append(escaping: " ")
      prose.write(note, into: &html)
    }
    return html
  }

  private func field(_ word: Word, _ value: SafeHTML) -> FieldView { FieldView(word.key, view.strings[word], value) }

  /// `早班 → 晚班`; nil when there is no arrow.
  private func handover(_ phrase: Phrase) -> HandoverView? {
    let text = prose.plain(phrase)
    for arrow in ["→", "->"] {
      guard let range = text.firstRange(of: arrow) else { continue }
      let (from, to) = (text[..<range.lowerBound].trimmed, text[range.upperBound...].trimmed)
      return from.isEmpty || to.isEmpty ? nil : HandoverView(from: from, to: to)
    }
    return nil
  }

  /// The margin: the time, else how often, else by when, else how long.
  func when(_ fields: StepFields) -> WhenView? {
    if let time = fields.time { return when(time) }
    if let every = fields.every { return WhenView(main: every.text, isRecurring: true) }
    return (fields.due ?? fields.limit).map { WhenView(main: $0.text) }
  }

  private func when(_ time: Moment) -> WhenView {
    switch time.kind {
    case .clock(let clock):
      return WhenView(main: Moment.Clock.text(clock.start), sub: clock.until.map { "–" + Moment.Clock.text($0) })
    case .day(let offset, let clock):
      let day = Moment(.day(offset: offset, clock: nil), text: time.text).label[view.language]
      return WhenView(main: day, sub: clock?.label)
    case .anchor:
      guard let place = time.position(anchors: anchors), place.day == 0, let minute = place.minute else {
        return WhenView(main: time.text)
      }
      return WhenView(main: Moment.Clock.text(minute), sub: time.text)
    case .within, .workdays, .monthday, .recurrence, .limit, .unread: return WhenView(main: time.text)
    }
  }
}

extension StepFields {
  /// Whether there is anything that a stage can hand down and a page shows.
  var isShown: Bool {
    place != nil || !requires.isEmpty || !criteria.isEmpty || !records.isEmpty || risk != nil || control != nil
      || penalty != nil || handover != nil || ifLate != nil || !escalate.isEmpty || until != nil
      || !participation.all.isEmpty
  }

  /// The fields without those that are just the stage's.
  fileprivate func leavingOut(_ stage: StepFields) -> StepFields {
    var own = self
    if own.place == stage.place { own.place = nil }
    if own.requires == stage.requires { own.requires = [] }
    if own.criteria == stage.criteria { own.criteria = [] }
    if own.records == stage.records { own.records = [] }
    if own.risk == stage.risk { own.risk = nil }
    if own.control == stage.control { own.control = nil }
    if own.penalty == stage.penalty { own.penalty = nil }
    if own.handover == stage.handover { own.handover = nil }
    if own.ifLate == stage.ifLate { own.ifLate = nil }
    if own.escalate == stage.escalate { own.escalate = [] }
    if own.until == stage.until { (own.until, own.untilTarget) = (nil, nil) }
    own.participation = own.participation.leavingOut(stage.participation)
    return own
  }
}

extension Participation {
  fileprivate func leavingOut(_ stage: Participation) -> Participation {
    var own = self
    if own.reviews == stage.reviews { own.reviews = [] }
    if own.supports == stage.supports { own.supports = [] }
    if own.consulted == stage.consulted { own.consulted = [] }
    if own.informed == stage.informed { own.informed = [] }
    if own.oversees == stage.oversees { own.oversees = [] }
    return own
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var rest = self
    while let first = rest.unicodeScalars.first, first.properties.isWhitespace { rest.unicodeScalars.removeFirst() }
    while let last = rest.unicodeScalars.last, last.properties.isWhitespace { rest.unicodeScalars.removeLast() }
    return String(rest)
  }
}
