package import Diagnostics

/// A small handbook that shows a rule: what stands here is laid over `Example.frame`, a handbook without findings, so
/// that an example holds only what it is about.
package struct Example: Sendable {
  /// A file of an example.
  package struct File: Sendable {
    /// What it is.
    package enum Content: Sendable {
      /// A text.
      case text(String)
      /// Bytes that are no text.
      case bytes([UInt8])
      /// A symbolic link.
      case link(to: String)
      /// A folder.
      case folder
    }
    /// The path below the handbook's folder.
    package let path: String
    /// What it is.
    package let content: Content

    /// Describes a file.
    package init(_ path: String, _ content: Content) {
      self.path = path
      self.content = content
    }
  }

  /// Lines of the procedure's card; they replace the frame's lines of the same key.
  package let card: String
  /// What stands under `## 步骤`; nil leaves the frame's steps.
  package let steps: String?
  /// Other sections of the procedure: they replace the frame's section of the same title, or come last.
  package let sections: [(title: String, text: String)]
  /// Files beside the procedure, or the procedure as a whole at `Example.path`.
  package let files: [File]
  /// Rules whose errors a bad example cannot do without, because the same mistake breaks both.
  package let also: [RuleName]

  /// Describes an example; see the properties.
  package init(
    card: String = "", steps: String? = nil, sections: KeyValuePairs<String, String> = [:],
    files: KeyValuePairs<String, String> = [:], others: [File] = [], also: [RuleName] = []
  ) {
    self.card = card
    self.steps = steps
    self.sections = sections.map { ($0.key, $0.value) }
    self.files = files.map { File($0.key, .text($0.value)) } + others
    self.also = also
  }

  /// The whole handbook that the example means, for a test.
  package var handbook: [File] {
    let own = Set(files.map(\.path))
    let frame = Self.frame.filter { !own.contains($0.path) }.map { File($0.path, .text($0.text)) }
    return frame + (own.contains(Self.path) ? [] : [File(Self.path, .text(procedure))]) + files
  }

  /// What a reader is shown: pieces of text, each with what it is a piece of.
  package var shown: [(caption: String?, text: String)] {
    var pieces: [(String?, String)] = []
    if !card.isEmpty { pieces.append((nil, "---\n…\n\(card)\n…\n---")) }
    if let steps { pieces.append((nil, "## 步骤\n\n\(steps)")) }
    for section in sections { pieces.append((nil, "## \(section.title)\n\n\(section.text)")) }
    for file in files {
      switch file.content {
      case .text(let text): pieces.append((file.path, text))
      case .bytes: pieces.append((file.path, "…"))
      case .link(let target): pieces.append((file.path, "→ \(target)"))
      case .folder: pieces.append((file.path + "/", ""))
      }
    }
    return pieces
  }

  /// The text of the procedure: the frame's with what stands here.
  package var procedure: String {
    var text = "---\n"
    let keys = Set(card.split(separator: "\n").compactMap(Self.key))
    for line in Self.card where !keys.contains(Self.key(line[...]) ?? "") { text += line + "\n" }
    if !card.isEmpty { text += card + "\n" }
    text += "---\n"
    let own = Set(sections.map(\.title))
    for (title, body) in Self.sections where !own.contains(title) {
      text += "\n## \(title)\n\n\(title == "步骤" ? steps ?? body : body)\n"
    }
    for section in sections { text += "\n## \(section.title)\n\n\(section.text)\n" }
    return text
  }

  /// The key of a line of a card; nil of a line that goes on.
  private static func key(_ line: Substring) -> String? {
    guard let first = line.first, first != " ", first != "-" else { return nil }
    return line.firstIndex { $0 == ":" || $0 == "：" }.map { String(line[..<$0]) }
  }
}
