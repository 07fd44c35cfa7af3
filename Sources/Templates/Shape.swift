/// What a template may name: a record of fields, in the order in which a `Record` holds their values.
///
/// Templates are checked against shapes when they are loaded, and templates/README.md is printed from them.
package struct Shape: Sendable, Hashable {
  /// One field that a template may name.
  package struct Field: Sendable, Hashable {
    /// The name in templates, such as `title`; `.` is the record's own value, `{{.}}`.
    package let name: String
    /// What the field holds.
    package let kind: Kind
    /// One sentence for the people who write templates.
    package let doc: String

    /// Describes a field.
    ///
    /// - Parameters:
    ///   - name: the name in templates, without spaces and dots.
    ///   - kind: what the field holds.
    ///   - doc: one sentence for the people who write templates.
    package init(_ name: String, _ kind: Kind, _ doc: String) {
      self.name = name
      self.kind = kind
      self.doc = doc
    }
  }

  /// What a field holds, and so what a template may do with it.
  package enum Kind: Sendable, Hashable {
    /// Text, escaped when it is written; a section over it is shown when it is not empty.
    case text
    /// Safe markup, written as it stands; a section over it is shown when it is not empty.
    case html
    /// Yes or no; it can open a section but not be written.
    case flag
    /// One of these words, which are names of templates: text that may also stand in `{{>*field}}`.
    case choice([String])
    /// Records, one turn of the section for each.
    case list(Shape)
    /// One record or none; its fields are reached by a section or by a dotted name.
    case record(Shape)
    /// Records of an enclosing shape, named; so a tree is described, and a template may include itself inside it.
    case listOfEnclosing(String)
  }

  /// The name that the reference and the messages use.
  package let name: String
  /// The fields in the order of their values.
  package let fields: [Field]

  /// Describes a record.
  package init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  /// A list of plain texts: `{{#list}}{{.}}{{/list}}`.
  package static func word(_ name: String, _ doc: String) -> Shape { Shape(name, [Field(".", .text, doc)]) }
}
