package import Diagnostics

/// The fields of all templates as Markdown, for templates/README.md.
package struct ContextReference: Sendable {
  private let language: Language
  private var text = ""
  private var printed: [Shape] = []
  private var waiting: [Shape] = []

  /// Prints which template may name which fields, then each shape inside them once.
  ///
  /// - Parameters:
  ///   - entries: the templates that are rendered, in the order in which they are to be shown.
  ///   - language: the language of the headings; the sentences stand as the shapes hold them.
  /// - Returns: Markdown whose headings are of the second and third level.
  package static func markdown(_ entries: [(template: String, shape: Shape)], language: Language) -> String {
    var reference = ContextReference(language: language)
    for entry in entries {
      reference.text += "## \(entry.template).mustache\n\n"
      reference.table(entry.shape)
    }
    let inner = Localized(zh: "记录", en: "Records")
    if !reference.waiting.isEmpty { reference.text += "## \(inner[language])\n\n" }
    while !reference.waiting.isEmpty {
      let shape = reference.waiting.removeFirst()
      reference.text += "### \(shape.name)\n\n"
      reference.table(shape)
    }
    return reference.text
  }

  private init(language: Language) { self.language = language }

  private mutating func table(_ shape: Shape) {
    let head = Localized(zh: "| 名称 | 内容 | 说明 |\n", en: "| name | holds | meaning |\n")
    text += head[language] + "| --- | --- | --- |\n"
    for field in shape.fields {
      text += "| `\(field.name)` | \(describe(field.kind)) | \(cell(field.doc)) |\n"
    }
    text += "\n"
  }

  private mutating func describe(_ kind: Shape.Kind) -> String {
    switch kind {
    case .text: Localized(zh: "文本", en: "text")[language]
    case .html: Localized(zh: "HTML", en: "HTML")[language]
    case .flag: Localized(zh: "是或否", en: "yes or no")[language]
    case .choice(let words): words.map { "`\(cell($0))`" }.joined(separator: Localized(zh: "、", en: ", ")[language])
    case .list(let shape): list(name(shape))
    case .record(let shape): name(shape)
    case .listOfEnclosing(let name): list(name)
    }
  }

  private func list(_ name: String) -> String {
    Localized(zh: "列表：\(name)", en: "list of \(name)")[language]
  }

  /// The name of a shape, which gets its own table later unless it has one.
  private mutating func name(_ shape: Shape) -> String {
    if !printed.contains(shape) {
      printed.append(shape)
      waiting.append(shape)
    }
    return shape.name
  }

  private func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
