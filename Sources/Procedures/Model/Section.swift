package import Diagnostics
package import Markdown

/// The sections that the format knows by name (spec/format.md 3).
package enum SectionKind: String, Sendable, CaseIterable {
  case purpose, scope, definitions, flow, steps, responsibilities, authority, qualifications, risks, contingency
  case materials, records, inputs, outputs, references, compliance, changes, supplementary, other
}

/// A part of an article under one `##` heading.
package struct Section: Sendable {
  /// What the heading's name makes of it.
  package let kind: SectionKind
  /// The heading without typed numbering and trailing colon.
  package let title: String
  /// The heading itself.
  package let heading: Block
  /// The address of the section in its page, such as `目的`; unique in the article.
  package let anchor: String
  /// The blocks between this heading and the next one, in order.
  package let blocks: [Block]
  /// The bytes of those blocks in the source.
  package let range: SourceRange
  /// What its reading made of it, in order; for kinds that are not read, the blocks as they stand.
  package var content: [SectionContent]
}

/// One piece of a section, in the order of the text.
package enum SectionContent: Sendable {
  /// A block that is shown as it stands.
  case prose(Block)
  /// The start of a stage: an index into `Article.stages`.
  case stage(Int)
  /// A step of the first level: an index into `Article.steps`; its sub-steps follow it there.
  case step(Int)
  /// A warning that stands before the next step.
  case warning(Warning)
  /// A definition: an index into `Article.definitions`.
  case definition(Int)
  /// A risk: an index into `Article.risks`.
  case risk(Int)
  /// A material: an index into `Article.materials`.
  case material(Int)
  /// A reference: an index into the article's list of the section's kind.
  case reference(Int)
  /// A change: an index into `Article.changes`.
  case change(Int)
  /// A duty: an index into `Article.duties`.
  case duty(Int)
}

/// A defined term.
package struct Definition: Sendable {
  /// The term.
  package let term: String
  /// Where the term stands.
  package let range: SourceRange
  /// What it means.
  package let text: Phrase
  /// The address of the definition in its page.
  package let anchor: String
}

/// Something that can go wrong, what keeps it from happening and who sees to that.
package struct Risk: Sendable {
  /// What can go wrong.
  package let risk: Phrase
  /// What keeps it from happening.
  package var control: Phrase?
  /// Who sees to it.
  package var owner: [Party]
  /// Where it stands.
  package let range: SourceRange
}

/// A thing to have at hand.
package struct Material: Sendable {
  /// Its name.
  package let name: String
  /// How much of it.
  package let quantity: String
  /// Anything else that was written.
  package let note: String
}

/// A line of the revision log.
package struct Change: Sendable {
  /// The version.
  package let version: String
  /// The date as written.
  package let date: String
  /// Who made it.
  package let person: String
  /// What changed.
  package let note: Phrase
  /// Where it stands.
  package let range: SourceRange
}

/// A duty of a role or department.
package struct Duty: Sendable {
  /// Its running number.
  package let number: Int
  /// What is to be done.
  package let text: Phrase
  /// When, by when, how often.
  package var time: Moment?
  package var due: Moment?
  package var every: Moment?
  /// Other bullets below it.
  package var notes: [Block]
  /// Where it stands.
  package let range: SourceRange
}
