internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

extension StepBuilder {
  /// What stands under a step: the handover, what must hold before, and who else takes part with criteria and records.
  func fields(
    _ step: Step
  ) -> (handover: HandoverView?, conditions: [FieldView], evidence: [FieldView]) {
    var handover: HandoverView?
    let fields = own(step)
    var evidence = participation(fields.participation, isOwn: step.approvalOrigin == .step) + proof(fields)
    if let phrase = fields.handover {
      handover = self.handover(phrase)
      if handover == nil { evidence.append(field(.handover, .phrase(phrase, prose))) }
    }
    return (handover, conditions(fields), evidence)
  }

  /// The fields that a step says itself: on the article's page what the stage hands down stands at the stage, and the
  /// owner's approval on the card. On pages that show a step without its stage it keeps them.
  private func own(_ step: Step) -> StepFields {
    guard let stage = step.stage, isOwnPage, handingDown.contains(stage) else { return step.fields }
    return step.fields.leavingOut(stages[stage].fields)
  }

  /// What must hold before or while something is done, and what happens when it does not.
  func conditions(_ fields: StepFields) -> [FieldView] {
    var found = timing(fields)
    if let place = fields.place { found.append(field(.place, .phrase(place, prose))) }
    if !fields.requires.isEmpty { found.append(field(.requires, .lines(fields.requires, prose))) }
    if fields.until != nil || fields.untilTarget != nil { found.append(field(.until, .html(until(fields)))) }
    if let late = fields.ifLate { found.append(field(.ifLate, .phrase(late, prose))) }
    if !fields.escalate.isEmpty { found.append(field(.escalate, .parties(fields.escalate, view))) }
    return found
  }

  /// The times that the margin does not show already.
  private func timing(_ fields: StepFields) -> [FieldView] {
    var found: [FieldView] = []
    func add(_ word: Word, _ moment: Moment?) {
      if let moment { found.append(field(word, .text(moment.text))) }
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
    if !fields.criteria.isEmpty { found.append(field(.criteria, .lines(fields.criteria, prose))) }
    if !fields.records.isEmpty { found.append(field(.records, .references(fields.records, prose, view))) }
    for (word, phrase) in [(Word.risk, fields.risk), (.control, fields.control), (.penalty, fields.penalty)] {
      if let phrase { found.append(field(word, .phrase(phrase, prose))) }
    }
    for (key, value) in fields.unknown { found.append(FieldView("unknown", key, .phrase(value, prose))) }
    return found
  }

  /// Who takes part besides those who do it.
  ///
  /// - Parameters:
  ///   - part: the parties.
  ///   - isOwn: whether the approver was named here.
  func participation(_ part: Participation, isOwn: Bool = true) -> [FieldView] {
    var found: [FieldView] = []
    if !part.reviews.isEmpty { found.append(field(.reviews, .turns(part.reviews, view))) }
    if isOwn, let approver = part.approves { found.append(field(.approves, .parties([approver], view))) }
    let others: [(Word, [Party])] = [
      (.supports, part.supports), (.consulted, part.consulted), (.informed, part.informed), (.oversees, part.oversees),
    ]
    for (word, parties) in others where !parties.isEmpty { found.append(field(word, .parties(parties, view))) }
    return found
  }

  private func field(_ word: Word, _ value: Markup) -> FieldView { FieldView(word.key, view.strings[word], value) }

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
