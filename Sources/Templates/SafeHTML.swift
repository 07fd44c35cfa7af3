/// Markup that is safe by its type: a template writes it as it stands.
///
/// There is no conversion from a text. Who calls `init(trusted:)` vouches for the bytes; a search for that label finds
/// every place where author text could become markup.
package struct SafeHTML: Sendable, Hashable {
  /// The markup, UTF-8.
  package private(set) var bytes: [UInt8]

  /// No markup.
  package init() { bytes = [] }

  /// Takes bytes that a writer of markup made, such as the Markdown writer or a rendered template.
  package init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// Takes markup that stands in the source code.
  package init(literal text: StaticString) {
    bytes = text.withUTF8Buffer { Array($0) }
  }

  /// Makes markup that shows a text, with its delimiters escaped.
  package init(escaping text: String) {
    bytes = []
    Escape.html(text, into: &bytes)
  }

  /// Whether there is no markup at all.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Adds markup at the end.
  package mutating func append(_ other: SafeHTML) { bytes.append(contentsOf: other.bytes) }

  /// Adds markup of the source code at the end.
  package mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds a text at the end, with its delimiters escaped.
  package mutating func append(escaping text: String) { Escape.html(text, into: &bytes) }
}
