/// What an event is about and what happened to it; the names are those of the public vocabulary of diff cases.
package struct EventKind: Hashable, Sendable {
  /// What it is about.
  package enum Subject: String, Sendable, CaseIterable {
    case document, meta, section, heading, step, paragraph, item, sentence, table, row, column, cell, link, image, text
    case reference, format, code, html, rule
    case box, killer, condition, approval, record, party, field
  }

  /// What happened.
  package enum Verb: String, Sendable, CaseIterable {
    case added, removed, moved, edited, replaced, renamed, reassigned, retimed, split, merged, changed, retargeted
    case cosmetic, renumbered, reordered
  }

  /// What it is about.
  package let subject: Subject
  /// What happened.
  package let verb: Verb

  /// Pairs the two.
  package init(_ subject: Subject, _ verb: Verb) {
    self.subject = subject
    self.verb = verb
  }

  /// The name, such as `step.moved`, `table.row.added`, `step.box.removed`.
  package var name: String {
    switch subject {
    case .cell: verb == .changed ? "table.cell" : "table.cell.\(verb.rawValue)"
    case .row, .column: "table.\(subject.rawValue).\(verb.rawValue)"
    case .reference: "ref.\(verb.rawValue)"
    case .box, .killer, .condition, .approval, .record, .party, .field: "step.\(subject.rawValue).\(verb.rawValue)"
    case .document, .meta, .section, .heading, .step, .paragraph, .item, .sentence, .table, .link, .image, .text,
      .format, .code, .html, .rule:
      "\(subject.rawValue).\(verb.rawValue)"
    }
  }

  /// How much it matters, the least first: who and when, approval and killer items, what is done, then wording.
  package var rank: Int {
    switch (subject, verb) {
    case (.document, _): 0
    case (.step, .reassigned): 1
    case (.step, .retimed): 2
    case (.approval, _), (.killer, _): 3
    case (.step, .added), (.step, .removed): 4
    case (.step, .split), (.step, .merged), (.step, .moved), (.step, .replaced): 5
    case (.condition, _), (.record, _), (.party, _), (.box, _), (.field, _): 6
    case (.step, _): 7
    case (.section, .added), (.section, .removed): 8
    case (.row, _), (.column, _), (.cell, _), (.table, _): 9
    case (.section, _), (.link, _), (.image, _): 10
    case (.meta, .reordered): 14
    case (.meta, _): 11
    case (.paragraph, _), (.item, _), (.sentence, _), (.code, _), (.html, _), (.rule, _): 12
    case (.reference, _), (.heading, _), (.format, _): 13
    case (.text, _): 15
    }
  }

  /// Whether it changes nothing that anybody does: renumbering, punctuation, emphasis.
  package var isMinor: Bool { rank >= 13 }
}
