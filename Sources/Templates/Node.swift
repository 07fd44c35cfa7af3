/// A parsed template: a tree whose depth the parser bounds.
enum Node {
  /// Literal text, a range of the library's text pool.
  case text(Range<Int>, startsLine: Bool)
  /// A line that begins with a tag: here an indentation in force is written.
  case lineStart
  /// `{{name}}`, or raw: `{{{name}}}` and `{{&name}}`.
  case value(Name, raw: Bool)
  /// `{{#name}}…{{/name}}`, or inverted: `{{^name}}…{{/name}}`.
  case section(Name, inverted: Bool, [Node])
  /// `{{>name}}` or `{{<name}}…{{/name}}` with the blocks that replace those of the parent.
  case include(Include, arguments: [Block])
  /// `{{$name}}…{{/name}}` outside a parent: the text that stands there unless it is replaced.
  case block(Block)
}

/// A name in a tag, cut at its dots.
struct Name {
  let parts: [[UInt8]]
  /// Where it stands in the source.
  let range: Range<Int>
}

/// Which template is to be included, and how.
struct Include {
  enum Target {
    case named([UInt8])
    /// `*name`: a field holds the template's name.
    case dynamic(Name)
  }

  let target: Target
  /// Where the name stands in the source.
  let range: Range<Int>
  /// The indentation of a tag that stands alone on its line, in the pool; nil for a tag within a line.
  let indent: Range<Int>?
}

/// A block: at its place in a template, or as an argument inside a parent tag.
struct Block {
  let name: [UInt8]
  /// Where the name stands in the source; with the template it tells blocks apart.
  let range: Range<Int>
  var body: [Node]
  /// Whether the opening tag ends its line, so that the body begins on a new one.
  let opensLine: Bool
  /// What is put before each line of the text that replaces the body, in the pool.
  let indent: Range<Int>
}
