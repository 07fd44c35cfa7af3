package import Diagnostics
package import Markdown

/// The card of an event or a shift on a date (spec/format.md 2 and 9).
package struct EventCard: Sendable {
  /// The title.
  package var title: Named?
  /// The day or days; the first one is T日.
  package var date: Written<DaySpan>?
  /// The procedures that it runs, as codes that may pin a version, or titles.
  package var procedures: [Named] = []
  /// Where it takes place.
  package var place: Named?
  /// Who holds which role: the role, then name and phone.
  package var people: [NamedPair] = []
  /// Named times of the day, which win over those of the procedures.
  package var anchors: [NamedPair] = []
  /// How its checklists are used, which wins over the procedures.
  package var mode: Written<Mode>?
  /// Who may see it.
  package var audience: Named?
  /// Names that it had.
  package var formerly: [Named] = []
  /// Of a translation: the version of the source that it renders.
  package var translates: Written<Version>?
  /// Keys that are none of these: variants by the names that its procedures define, or mistakes; linking knows.
  package var extra: [Header.Entry] = []

  /// An empty card.
  package init() {}

  /// The keys of events, in their usual order.
  package static let fields = FieldTable(EventCard(), kinds: [.event], extra: \EventCard.extra, what + how)

  private static let what: [Field<EventCard>] = [
    Field(
      "名称/title", \.title, FieldReader.text, need: .always, alike: "标题/活动名称/name", zh: "活动的名称。",
      en: "The title of the event."),
    Field(
      "日期/date", \.date, FieldReader.span, need: .always, alike: "时间/活动日期/day/dates",
      zh: "日期，或“2026-05-01 至 2026-05-03”。", en: "The day, or `2026-05-01 – 2026-05-03`."),
    Field(
      "流程/procedures", \.procedures, FieldReader.names, need: .always, alike: "规程/procedure",
      zh: "执行哪些流程，如 [SC-001@2.0]。", en: "The procedures that it runs, such as [SC-001@2.0]."),
    Field("地点/place", \.place, FieldReader.text, alike: "地址/场地/location", zh: "地点。", en: "Where it takes place."),
    Field(
      "人员/people", \.people, FieldReader.pairs, alike: "人员安排/staff", zh: "谁担任哪个岗位，如 {督导: 戊某 8001}。",
      en: "Who holds which role, such as {Supervisor: A 8001}."),
  ]

  private static let how: [Field<EventCard>] = [
    Field(
      "锚点/anchors", \.anchors, FieldReader.pairs, alike: "anchor", zh: "有名称的时刻，如 {开门: 09:00}。",
      en: "Named times, such as {opening: 09:00}."),
    Field(
      "用法/mode", \.mode, FieldReader.mode, zh: "清单的用法：边读边做，或做完确认。",
      en: "How the checklists are used: read-do or do-confirm."),
    Field("密级/audience", \.audience, FieldReader.text, zh: "谁可以看。", en: "Who may see it."),
    Field("曾用名/formerly", \.formerly, FieldReader.names, zh: "以前的名称。", en: "Names that it had."),
    Field(
      "译自/translates", \.translates, FieldReader.version, zh: "译文所依据的原文版本。",
      en: "The version of the source that a translation renders."),
  ]

  /// Reports a key that turned out to be neither known nor a variant of any procedure of the event.
  ///
  /// - Parameters:
  ///   - entry: the entry, one of `extra`.
  ///   - path: the event's file.
  ///   - variants: the names of the variants that its procedures define.
  package static func unknownKey(_ entry: Header.Entry, path: String, variants: [String]) -> Diagnostic {
    let text = String(entry.key.text.unicodeScalars.prefix(60))
    let isChinese = text.utf8.contains { $0 >= 0x80 }
    let near =
      EditDistance.nearest(text, among: variants)
      ?? fields.nearest(to: text).map { isChinese ? fields.fields[$0].name.zh : fields.fields[$0].name.en }
    return Diagnostic(
      .error, .keyUnknown, path: path, range: entry.key.range,
      message: Localized(
        zh: "没有“\(text)”这一项，它的流程也没有这个变体", en: "there is no key `\(text)`, and its procedures have no such variant"),
      help: near.map { Localized(zh: "最接近的是“\($0)”", en: "the nearest is `\($0)`") })
  }
}
