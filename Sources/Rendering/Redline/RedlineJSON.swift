package import Diagnostics
package import Redlines

/// A redline as JSON, in the public vocabulary of diff cases (docs/redline.md).
package struct RedlineJSON {
  private let language: Language
  private var writer = JSONWriter()

  /// Writes one redline as an object.
  ///
  /// - Parameters:
  ///   - redline: the redline.
  ///   - language: of the sentences in it.
  /// - Returns: UTF-8 with a line end behind it.
  package static func bytes(_ redline: Redline, language: Language) -> [UInt8] {
    var json = RedlineJSON(language)
    json.write(redline)
    json.writer.raw("\n")
    return json.writer.bytes
  }

  private init(_ language: Language) { self.language = language }

  private mutating func write(_ redline: Redline) {
    let words = RedlineWords(language)
    writer.object { json in
      json.member("old") { Self.side(redline.old, &$0) }
      json.member("new") { Self.side(redline.new, &$0) }
      json.list("events", redline.events) { Self.event($1, words, &$0) }
      json.member("impact") { Self.impact(redline, words, &$0) }
      json.list("warnings", redline.notices) { json, notice in
        json.object {
          $0.member("kind", notice.kind)
          $0.member("at", notice.at)
          $0.member("text", words.notice(notice))
        }
      }
      json.list("degraded", redline.isDegraded ? [words.degraded] : []) { $0.string($1) }
      json.member("operations", redline.operations)
      json.list("blocks", redline.passages.filter { $0.state != .stub && $0.kind != .table }) { Self.block($1, &$0) }
    }
  }

  private static func side(_ side: Redline.Side, _ json: inout JSONWriter) {
    json.member("path", side.path)
    json.member("code", side.code)
    json.member("title", side.title)
    json.member("version", side.version)
    json.member("effective", side.effective)
  }

  private static func event(_ event: Event, _ words: RedlineWords, _ json: inout JSONWriter) {
    json.object { json in
      json.member("kind", event.kind.name)
      one("old", event.old, &json)
      one("new", event.new, &json)
      value("from", event.from, event, &json)
      value("to", event.to, event, &json)
      json.member("added", event.added)
      json.member("removed", event.removed)
      json.member("field", event.field)
      json.member("section", event.section)
      json.member("table", event.table)
      json.member("row", event.row)
      json.member("column", event.column)
      json.member("role", event.roles)
      json.member("text", event.text)
      json.member("substantive", event.substantive)
      json.member("affects", event.affected)
      json.member("says", words.sentence(event))
      if event.lines.old > 0 { json.member("oldLine", event.lines.old) }
      if event.lines.new > 0 { json.member("newLine", event.lines.new) }
    }
  }

  /// One text alone, several as a list.
  private static func one(_ name: String, _ values: [String], _ json: inout JSONWriter) {
    if values.count > 1 { json.member(name, values) } else { json.member(name, values.first) }
  }

  private static func value(_ name: String, _ values: [String], _ event: Event, _ json: inout JSONWriter) {
    if event.isList { json.member(name, values) } else { json.member(name, values.joined(separator: "、")) }
  }

  private static func impact(_ redline: Redline, _ words: RedlineWords, _ json: inout JSONWriter) {
    json.list("roles", redline.impact.roles) { $0.string($1) }
    json.list("training", redline.impact.shares) { json, share in
      json.object {
        $0.member("role", share.role)
        $0.list("changes", share.events) { $0.string(words.sentence(redline.events[$1], for: share.role)) }
      }
    }
    json.list("brokenLinks", redline.impact.brokenLinks) { $0.string($1) }
    json.list("readers", redline.impact.readers) { $0.string($1) }
    json.flag("withdrawChecklists", redline.withdrawsChecklists)
    json.member("note", words.changeNote(redline))
  }

  private static func block(_ passage: Passage, _ json: inout JSONWriter) {
    json.object { json in
      json.member("at", passage.at)
      one("was", passage.was, &json)
      if passage.state == .moved { json.flag("moved", true) }
      let runs = passage.runs.isEmpty ? [Run(.kept, "")] : passage.runs
      json.list("runs", runs) { json, run in
        json.array([mark(run.change), run.text]) { $0.string($1) }
      }
    }
  }

  private static func mark(_ change: Run.Change) -> String {
    switch change {
    case .kept: "="
    case .removed: "-"
    case .added: "+"
    }
  }
}
