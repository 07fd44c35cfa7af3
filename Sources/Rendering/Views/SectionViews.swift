internal import Templates

/// A defined term.
struct DefinitionView: Sendable {
  var term: String
  var anchor: String
  var body: SafeHTML

  static let schema = Schema<DefinitionView>(
    "definition",
    [
      .text("term", "The term.") { $0.term }, .text("anchor", "Its place in the page.") { $0.anchor },
      .html("bodyHtml", "What it means.") { $0.body },
    ])
}

/// A risk.
struct RiskView: Sendable {
  var risk: SafeHTML
  var control: SafeHTML
  var owner: SafeHTML

  static let schema = Schema<RiskView>(
    "risk",
    [
      .html("riskHtml", "What can go wrong.") { $0.risk },
      .html("controlHtml", "What keeps it from happening.") { $0.control },
      .html("ownerHtml", "Who sees to it.") { $0.owner },
    ])
}

/// A record that is kept.
struct RecordView: Sendable {
  var title: String
  var code: String?
  var href: String?
  var steps: [LinkView]
  var retention: String?
  var note: SafeHTML?

  static let schema = Schema<RecordView>(
    "record",
    [
      .text("title", "Its title.") { $0.title }, .text("code", "Its code.") { $0.code },
      .text("href", "Its page, if it has one.") { $0.href },
      .list("steps", LinkView.schema, "The steps that make it.") { $0.steps },
      .text("retention", "How long it is kept.") { $0.retention },
      .html("noteHtml", "What is noted behind it.") { $0.note },
    ])
}

/// A thing to have at hand.
struct MaterialView: Sendable {
  var name: String
  var quantity: String
  var note: String

  static let schema = Schema<MaterialView>(
    "material",
    [
      .text("name", "Its name.") { $0.name }, .text("quantity", "How much of it.") { $0.quantity },
      .text("note", "Anything else.") { $0.note },
    ])
}

/// A line of the revision log.
struct ChangeView: Sendable {
  var version: String
  var date: String
  var person: String
  var note: SafeHTML
  var href: String?

  static let schema = Schema<ChangeView>(
    "change",
    [
      .text("version", "The version.") { $0.version }, .text("date", "The date.") { $0.date },
      .text("person", "Who made it.") { $0.person }, .html("noteHtml", "What changed.") { $0.note },
      .text("href", "The comparison with the version before.") { $0.href },
    ])
}

/// A section of an article.
struct SectionView: Sendable {
  var key = "other"
  var title: String?
  var anchor: String?
  var body: SafeHTML?
  var definitions: [DefinitionView] = []
  var risks: [RiskView] = []
  var records: [RecordView] = []
  var materials: [MaterialView] = []
  var docs: [DocView] = []
  var changes: [ChangeView] = []

  /// An empty section.
  init() {}

  static let schema = Schema<SectionView>(
    "section",
    [
      .text("key", "What it is about, in English letters.") { $0.key },
      .text("title", "Its heading; nothing for text before any heading.") { $0.title },
      .text("anchor", "Its place in the page.") { $0.anchor }, .html("bodyHtml", "Its text.") { $0.body },
      .list("definitions", DefinitionView.schema, "Defined terms.") { $0.definitions },
      .flag("hasDefinitions", "Whether it has any.") { !$0.definitions.isEmpty },
      .list("risks", RiskView.schema, "Risks.") { $0.risks },
      .flag("hasRisks", "Whether it has any.") { !$0.risks.isEmpty },
      .list("records", RecordView.schema, "Records.") { $0.records },
      .flag("hasRecords", "Whether it has any.") { !$0.records.isEmpty },
      .list("materials", MaterialView.schema, "Things to have at hand.") { $0.materials },
      .flag("hasMaterials", "Whether it has any.") { !$0.materials.isEmpty },
      .list("docs", DocView.schema, "Documents.") { $0.docs },
      .flag("hasDocs", "Whether it has any.") { !$0.docs.isEmpty },
      .list("changes", ChangeView.schema, "The revision log.") { $0.changes },
      .flag("hasChanges", "Whether it has any.") { !$0.changes.isEmpty },
    ])
}

/// A line of the approvals.
struct ApprovalView: Sendable {
  var action: String
  var role: ChipView?
  var person: String?
  var date: String

  static let schema = Schema<ApprovalView>(
    "approval",
    [
      .text("action", "What was done.") { $0.action },
      .record("role", ChipView.schema, "The role that did it.") { $0.role },
      .text("person", "The person.") { $0.person }, .text("date", "When.") { $0.date },
    ])
}

/// What the head and foot of a printed sheet say.
struct SheetView: Sendable {
  var code: String?
  var title: String
  var version: String?
  var effective: String?
  var mark: String
  var hash: String
  var edition: String?
  var qr: SafeHTML?
  var url: String?
  var watermark: String?

  static let schema = Schema<SheetView>(
    "sheet",
    [
      .text("code", "The code.") { $0.code }, .text("title", "The title.") { $0.title },
      .text("version", "The version.") { $0.version },
      .text("effective", "The first day of the version.") { $0.effective },
      .text("mark", "Whether the copy is controlled.") { $0.mark },
      .text("hash", "The first eight digits of the SHA-256 of the text.") { $0.hash },
      .text("edition", "The edition that it was printed from.") { $0.edition },
      .html("qrHtml", "The permanent address as a code to scan.") { $0.qr },
      .text("url", "The permanent address.") { $0.url },
      .text("watermark", "The word across the sheet.") { $0.watermark },
    ])
}
