internal import Diagnostics
internal import Procedures

/// What the home page needs to move on without being built again: what takes effect next and what is to be reviewed.
enum HomeState {
  /// The most entries of each list.
  static let longest = 100

  /// The entries as a script holds them.
  static func value(_ view: Viewpoint) -> JSONValue {
    let calendar = HomeCalendar(view, notice: 400)
    let upcoming = calendar.upcomingEntries(longest).map { entry in
      JSONValue.object(
        of: shared(entry.doc, entry.day) + [
          ("isVersion", .bool(entry.isVersion)), ("isFirst", entry.isFirst ? .bool(true) : nil),
          ("last", entry.last.map { .string($0.description) }),
          ("note", entry.doc.note.map { .string($0) }),
        ])
    }
    let due = calendar.due.prefix(longest).map { entry in
      JSONValue.object(
        of: shared(view.fullDoc(entry.id), entry.day) + [
          ("isReview", .bool(true)), ("owner", view.fullDoc(entry.id).owner.map { .string($0.text) }),
        ])
    }
    return .object(
      of: StateScripts.base(view.site) + [("upcoming", .array(upcoming)), ("due", .array(Array(due)))])
  }

  private static func shared(_ doc: DocView, _ day: Day) -> [(String, JSONValue?)] {
    [
      ("day", .string(day.description)), ("code", doc.code.map { .string($0) }), ("title", .string(doc.title)),
      ("version", doc.version.map { .string($0) }), ("href", .string(doc.href ?? "")),
    ]
  }
}
