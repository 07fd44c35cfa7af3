internal import Procedures
internal import Templates

/// A text that may lead somewhere.
struct LinkView: Sendable {
  var text: String
  var href: String?

  /// A text with its address.
  init(text: String, href: String? = nil) {
    self.text = text
    self.href = href
  }

  static let schema = Schema<LinkView>(
    "link", [.text("text", "The text.") { $0.text }, .text("href", "Where it leads, if anywhere.") { $0.href }])
}

/// The same page in another language.
struct LanguageView: Sendable {
  let text: String
  let lang: String
  let href: String

  static let schema = Schema<LanguageView>(
    "language",
    [
      .text("text", "The language's own name.") { $0.text }, .text("lang", "Its tag, such as `en`.") { $0.lang },
      .text("href", "Where the page is.") { $0.href },
    ])
}

/// A line over the page that says what a reader must know first.
struct BannerView: Sendable {
  let key: String
  let word: String
  var text: SafeHTML
  var links: [LinkView] = []
  var day: String?

  static let schema = Schema<BannerView>(
    "banner",
    [
      .text("key", "What it is about, in English letters.") { $0.key },
      .text("word", "The same in a word.") { $0.word },
      .html("textHtml", "The sentence.") { $0.text },
      .list("links", LinkView.schema, "Where to go instead.") { $0.links },
      .text("day", "The day that it is said of.") { $0.day },
    ])
}

/// The state of a document, in a word.
struct StatusView: Sendable {
  var key: String
  var word: String
  var detail: String?

  /// A state.
  init(key: String, word: String, detail: String? = nil) {
    self.key = key
    self.word = word
    self.detail = detail
  }

  static let schema = Schema<StatusView>(
    "status",
    [
      .text("key", "The state in English letters, such as `effective`.") { $0.key },
      .text("word", "The state in a word.") { $0.word },
      .text("detail", "What else there is to say, such as how long it is overdue.") { $0.detail },
    ])
}

/// A role, department or person in a frame of its own.
struct ChipView: Sendable {
  let party: Party
  let view: Viewpoint

  /// Whether the handbook does not know the name.
  private var isUnknown: Bool { if case .unknown = party { true } else { false } }
  /// The name in the page's language.
  var text: String { view.name(party) }

  static let schema = Schema<ChipView>(
    "chip",
    [
      .text("text", "The name.") { $0.text },
      .link("href", "Its page, if it has one.") { Link($0.party, $0.view) },
      .flag("unknown", "Whether the handbook does not know the name.") { $0.isUnknown },
    ])
}

/// A label with a value.
struct FieldView: Sendable {
  let key: String
  let label: String
  let value: Markup

  /// A label with a value.
  init(_ key: String, _ label: String, _ value: Markup) {
    self.key = key
    self.label = label
    self.value = value
  }

  /// A label with a value.
  init(_ key: String, _ label: String, _ value: SafeHTML) { self.init(key, label, .html(value)) }

  static let schema = Schema<FieldView>(
    "field",
    [
      .text("key", "Which field it is, in English letters.") { $0.key },
      .text("label", "Its name.") { $0.label }, .html("valueHtml", "Its value.") { $0.value },
    ])
}

/// Something to press: a link, or a command of the script.
struct ActionView: Sendable {
  var icon: String?
  var label: String
  var href: String?
  var command: String?
  var isPrimary = false
  var isDownload = false

  /// A link, or a command of the script.
  init(
    _ icon: String?, _ label: String, href: String? = nil, command: String? = nil, isPrimary: Bool = false,
    isDownload: Bool = false
  ) {
    self.icon = icon
    self.label = label
    self.href = href
    self.command = command
    self.isPrimary = isPrimary
    self.isDownload = isDownload
  }

  private static let icons = ["print", "checklist", "compare", "history", "download", "calendar", "role", "rail"]
    .map { "icon-" + $0 }

  static let schema = Schema<ActionView>(
    "action",
    [
      .choice("icon", icons, "The template of its icon.") { $0.icon.map { "icon-" + $0 } },
      .text("label", "Its words.") { $0.label },
      .text("href", "Where it leads; nothing for a command.") { $0.href },
      .text("command", "What the script does.") { $0.command },
      .flag("primary", "Whether it is the first thing to do here.") { $0.isPrimary },
      .flag("download", "Whether it is a file to keep.") { $0.isDownload },
    ])
}

/// An entry of the list of contents.
struct ContentsView: Sendable {
  let text: String
  let href: String
  let isSub: Bool

  /// An entry that leads to a place in the page.
  init(_ text: String, _ fragment: String, isSub: Bool = false) {
    self.text = text
    self.href = "#" + Address.encoded(fragment)
    self.isSub = isSub
  }

  static let schema = Schema<ContentsView>(
    "contents",
    [
      .text("text", "The heading.") { $0.text }, .text("href", "Where it is.") { $0.href },
      .flag("sub", "Whether it belongs to the one before.") { $0.isSub },
    ])
}

/// The words of a list item or tag.
struct WordView: Sendable {
  let text: String

  /// A word.
  init(_ text: String) { self.text = text }

  static let schema = Schema<WordView>("word", [.text("text", "The word.") { $0.text }])
}
