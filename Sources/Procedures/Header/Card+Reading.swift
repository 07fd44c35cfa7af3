package import Diagnostics
package import Markdown

extension Card {
  /// Reads the front matter of one file as its kind wants it.
  ///
  /// - Parameters:
  ///   - kind: what the folder says it is.
  ///   - header: the front matter.
  ///   - file: the file that it is of.
  ///   - diagnostics: receives at most 21 findings.
  package init(_ kind: ArticleKind, _ header: Header, file: SourceFile, diagnostics: inout [Diagnostic]) {
    func read<Root>(_ table: FieldTable<Root>) -> Root {
      let (root, findings) = decode(header, as: table, kind: kind, file: file)
      diagnostics += findings
      return root
    }
    switch kind {
    case .procedure, .policy, .form: self = .control(read(Control.fields))
    case .role: self = .role(read(RoleCard.fields))
    case .department: self = .department(read(DepartmentCard.fields))
    case .event: self = .event(read(EventCard.fields))
    }
  }

  /// The title with its place.
  package var titleField: Named? {
    switch self {
    case .control(let card): card.title
    case .role(let card): card.title
    case .department(let card): card.title
    case .event(let card): card.title
    }
  }

  /// The code with its place; events have none.
  package var codeField: Named? {
    switch self {
    case .control(let card): card.code
    case .role(let card): card.code
    case .department(let card): card.code
    case .event: nil
    }
  }

  /// The department that it belongs to, with its place.
  package var departmentField: Named? {
    switch self {
    case .control(let card): card.department
    case .role(let card): card.department
    case .department, .event: nil
    }
  }

  /// The title as text.
  package var title: String? { titleField?.text }
  /// The code as text.
  package var code: String? { codeField?.text }

  /// Other names that mean it too: aliases and former names, of controlled documents the former codes.
  package var otherNames: [String] {
    switch self {
    case .control(let card): card.formerly.map(\.text)
    case .role(let card): (card.aliases + card.formerly).map(\.text)
    case .department(let card): card.formerly.map(\.text)
    case .event(let card): card.formerly.map(\.text)
    }
  }

  /// The named times of the day.
  package var anchors: [(name: String, value: String)] {
    switch self {
    case .control(let card): card.anchors.map { ($0.name.text, $0.value.text) }
    case .event(let card): card.anchors.map { ($0.name.text, $0.value.text) }
    case .role, .department: []
    }
  }

  /// Of a translation: the version of the source that it renders.
  package var translates: Written<Version>? {
    switch self {
    case .control(let card): card.translates
    case .role(let card): card.translates
    case .department(let card): card.translates
    case .event(let card): card.translates
    }
  }

  /// The keys of a kind of document, as names and sentences for skeletons and manuals.
  package static func keys(of kind: ArticleKind) -> [FieldNote] {
    switch kind {
    case .procedure, .policy, .form: Control.fields.notes(for: kind)
    case .role: RoleCard.fields.notes(for: kind)
    case .department: DepartmentCard.fields.notes(for: kind)
    case .event: EventCard.fields.notes(for: kind)
    }
  }
}

/// What a reader needs to know of one key, whatever card it belongs to.
package struct FieldNote: Sendable {
  /// The Chinese names; the first is the usual one.
  package let zh: [String]
  /// The English names; the first is the usual one.
  package let en: [String]
  /// What it says, in one sentence.
  package let about: Localized
  /// Whether a document of the kind must have it.
  package let isRequired: Bool
}

extension FieldTable {
  /// The keys as names and sentences.
  package func notes(for kind: ArticleKind?) -> [FieldNote] {
    fields.map { field in
      let isRequired = field.need == .always || (field.need == .controlled && kind != .form)
      return FieldNote(zh: field.zh, en: field.en, about: field.about, isRequired: isRequired)
    }
  }
}
