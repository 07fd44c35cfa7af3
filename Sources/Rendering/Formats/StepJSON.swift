import Diagnostics
import Markdown
import Procedures

/// Writes steps as data (spec/data.md).
struct StepJSON {
  let text: ArticleText
  /// A step is read where it lies, because it is large.
  private let steps: [Step]

  private var article: Article { _read { yield text.article } }
  private var handbook: Handbook { _read { yield text.handbook } }

  init(_ text: ArticleText) {
    self.text = text
    steps = text.article.steps
  }

  /// Writes all steps.
  func write(_ json: inout JSONWriter) {
    json.member("steps", list: steps.indices) { json, index in json.object { write(steps[index], &$0) } }
  }

  private func write(_ step: Step, _ json: inout JSONWriter) {
    json.member("number", step.number)
    if let stage = step.stage.map({ article.stages[$0] }) {
      json.member("stage", stage.title)
      json.flag("pausePoint", stage.isPausePoint)
    }
    json.member("action", text.plain(step.action))
    json.flag("optional", step.isOptional)
    json.member("applies", step.fields.applies)
    writeFields(step.fields, &json)
    json.member("notes", step.notes.map(note))
    writeParticipation(step, &json)
    writeBoxes(step, &json)
    json.member("branches", list: step.branches) { json, branch in json.object { write(branch, &$0) } }
    json.member("warnings", list: step.warnings) { json, warning in
      json.object { json in
        json.member("level", warning.level.rawValue)
        json.member("text", warningText(warning))
      }
    }
    if step.fields.unknown.isEmpty { return }
    json.member("fields") { json in
      for (key, value) in step.fields.unknown { json.member(key, text.plain(value)) }
    }
  }

  /// The Markdown of a note; a bullet's without its marker.
  private func note(_ block: Block) -> String {
    guard case .item = article.document.kind(of: block), let first = article.document.children(of: block).first else {
      return text.source(block)
    }
    return text.source(
      SourceRange(Int(article.document.range(of: first).start), Int(article.document.range(of: block).end)))
  }

  private func warningText(_ warning: Warning) -> String {
    let lead = text.plain(warning.lead)
    return ([lead] + warning.rest.map { article.document.plainText(of: $0) }).filter { !$0.isEmpty }.joined(
      separator: "\n")
  }

  private func writeFields(_ fields: StepFields, _ json: inout JSONWriter) {
    json.member("time", fields.time)
    json.member("due", fields.due)
    json.member("every", fields.every)
    json.member("limit", fields.limit)
    json.member("place", fields.place.map(text.plain))
    json.member("requires", fields.requires.map(text.plain))
    json.member("criteria", fields.criteria.map(text.plain))
    json.member("records", list: fields.records) { text.write($1, &$0) }
    json.member("until", fields.until.map(text.plain))
    json.member("ifLate", fields.ifLate.map(text.plain))
    json.member("escalate", names(fields.escalate))
    json.member("penalty", fields.penalty.map(text.plain))
    json.member("handover", fields.handover.map(text.plain))
    json.flag("oneOf", fields.oneOf)
    json.member("risk", fields.risk.map(text.plain))
    json.member("control", fields.control.map(text.plain))
  }

  private func names(_ parties: [Party]) -> [String] { parties.map(handbook.name) }

  private func writeParticipation(_ step: Step, _ json: inout JSONWriter) {
    let part = step.participation
    json.member("responsible", names(part.responsible))
    json.member("approves", part.approves.map(handbook.name))
    if part.approves != nil { json.member("approvesFrom", step.approvalOrigin?.rawValue) }
    json.member("reviews", list: part.reviews) { json, group in json.array(group) { $0.string(handbook.name(of: $1)) } }
    json.member("supports", names(part.supports))
    json.member("consulted", names(part.consulted))
    json.member("informed", names(part.informed))
    json.member("oversees", names(part.oversees))
  }

  private func writeBoxes(_ step: Step, _ json: inout JSONWriter) {
    json.member("boxes", list: step.boxes) { json, box in
      json.object { json in
        json.member("text", text.plain(box.text))
        json.flag("killer", box.isKiller)
        json.member("role", box.parties.isEmpty ? nil : names(box.parties).joined(separator: "、"))
      }
    }
  }

  private func write(_ branch: Branch, _ json: inout JSONWriter) {
    switch branch.condition {
    case .when(let condition): json.member("if", text.plain(condition))
    case .otherwise: json.flag("otherwise", true)
    case .always: break
    }
    json.member("then", branch.result.map(text.plain))
    if let target = branch.target { json.member("to") { write(target, &$0) } }
  }

  private func write(_ jump: Jump, _ json: inout JSONWriter) {
    switch jump {
    case .step(let index): json.member("step", steps[index].number)
    case .stage(let index): json.member("stage", article.stages[index].title)
    case .section(let index): json.member("stage", article.sections[index].title)
    case .document(let reference):
      json.member("document", reference.article.map { handbook[$0].name } ?? reference.title)
    case .end: json.flag("end", true)
    case .missing(let written): json.member("step", written)
    }
  }
}
