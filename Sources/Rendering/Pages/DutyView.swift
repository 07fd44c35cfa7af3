internal import Diagnostics
internal import Markdown
internal import Procedures
internal import Templates

/// A duty of a role or department.
struct DutyView: Sendable {
  var number: String
  var text: SafeHTML
  var timing: String?
  var notes: SafeHTML?

  static let schema = Schema<DutyView>(
    "duty",
    [
      .text("number", "Its running number.") { $0.number }, .html("textHtml", "What is to be done.") { $0.text },
      .text("timing", "When, by when or how often.") { $0.timing },
      .html("notesHtml", "What else stands below it.") { $0.notes },
    ])
}

/// The text of a role, department or event: the lead, the duties, and all other sections, nothing twice.
struct CardText {
  let prose: Prose
  let builder: SectionBuilder
  var lead: SafeHTML?
  /// The lead without marks.
  var description: String?
  var duties: [DutyView] = []
  /// The place of the section that the duties stand in.
  var dutiesAnchor = "Duties"
  /// What stands in that section besides duties.
  var dutiesText: SafeHTML?
  var sections: [SectionView] = []

  /// Reads an article of such a kind.
  ///
  /// - Parameter passing: whether a section is shown elsewhere.
  init(_ id: ArticleID, _ view: Viewpoint, passing: (Section) -> Bool = { _ in false }) {
    prose = Prose(id, view)
    builder = SectionBuilder(id, view, prose)
    let article = builder.article
    let preamble = Self.paragraph(of: article)
    let purpose = preamble == nil ? Self.purpose(of: article) : nil
    if let phrase = preamble ?? purpose?.phrase {
      lead = prose.html(phrase)
      description = prose.plain(phrase)
      if let purpose, let html = lead { lead = builder.anchored(html, article.sections[purpose.section].anchor) }
    }
    if preamble == nil, let shown = builder.preamble { sections.append(shown) }
    let place = addDuties()
    for (index, section) in article.sections.enumerated() {
      if index == purpose?.section || index == place || passing(section) { continue }
      sections.append(shown(index))
    }
    if let footnotes = builder.footnotes { sections.append(footnotes) }
  }

  /// A section; steps stand as they were written where nobody shows them as steps.
  private func shown(_ index: Int) -> SectionView {
    var shown = builder.section(index)
    if shown.key == SectionKind.steps.rawValue { shown.body = prose.html(builder.article.sections[index].blocks) }
    return shown
  }

  /// The duties of the first section that has some, and those before any section.
  private mutating func addDuties() -> Int? {
    let article = builder.article
    var places: [Int?] = Array(repeating: nil, count: article.duties.count)
    for (index, section) in article.sections.enumerated() {
      for case .duty(let duty) in section.content { places[duty] = index }
    }
    let place = places.first { $0 != nil } ?? nil
    for (index, duty) in article.duties.enumerated() where places[index] == nil || places[index] == place {
      duties.append(view(of: duty))
    }
    guard let place else { return nil }
    dutiesAnchor = article.sections[place].anchor
    var blocks: [Block] = []
    for content in article.sections[place].content {
      switch content {
      case .prose(let block): blocks.append(block)
      case .warning(let warning): blocks.append(warning.block)
      case .stage, .step, .definition, .risk, .material, .reference, .change, .duty: break
      }
    }
    if !blocks.isEmpty { dutiesText = prose.html(blocks) }
    return place
  }

  /// A duty with its time taken out of its text, so that it stands behind it as a label.
  private func view(of duty: Duty) -> DutyView {
    let timed = DutyTime(duty, prose.document)
    return DutyView(
      number: String(duty.number), text: prose.html(timed.text), timing: timed.label,
      notes: duty.notes.isEmpty ? nil : prose.html(duty.notes))
  }

  /// The preamble when it is one paragraph, the title aside.
  private static func paragraph(of article: Article) -> Phrase? {
    var blocks = article.preamble[...]
    if let first = blocks.first, case .heading(level: 1) = article.document.kind(of: first),
      article.document.plainText(of: first) == article.title
    {
      blocks.removeFirst()
    }
    guard blocks.count == 1, let block = blocks.first, case .paragraph = article.document.kind(of: block) else {
      return nil
    }
    return article.document.phrase(of: block)
  }

  /// The purpose when it is one paragraph.
  private static func purpose(of article: Article) -> (section: Int, phrase: Phrase)? {
    guard let index = article.first(.purpose), article.sections[index].content.count == 1,
      case .prose(let block)? = article.sections[index].content.first,
      case .paragraph = article.document.kind(of: block)
    else { return nil }
    return (index, article.document.phrase(of: block))
  }
}

/// A duty with the time phrase at its start or in its fields.
struct DutyTime {
  /// What is to be done, without the phrase.
  let text: Phrase
  /// The times in the order 时间, 频次, 期限; the phrase at the start comes first.
  let moments: [Moment]

  /// Reads the start of a duty; a phrase that is impossible stays in the text.
  init(_ duty: Duty, _ document: Document) {
    let bytes = document.plainBytes(of: duty.text)
    let fields = [duty.time, duty.every, duty.due].compactMap(\.self)
    guard let reading = Moment.leading(in: bytes[...], anchors: .none), reading.problem == nil,
      reading.length < bytes.count
    else {
      (text, moments) = (duty.text, fields)
      return
    }
    text = document.dropping(reading.length, from: duty.text)
    moments = [reading.moment] + fields
  }

  /// All times in the author's words; nil without any.
  var label: String? { moments.isEmpty ? nil : moments.map(\.text).joined(separator: " ") }

  /// Where it stands among what recurs weekly or longer.
  var recurring: (place: RhythmPlace, moment: Moment)? {
    for moment in moments {
      if let place = RhythmPlace(moment), place.rhythm != .day { return (place, moment) }
    }
    return nil
  }
}
