/// A piece of a template's source: one tag, or text that lies within one line.
struct Token {
  enum Kind: Equatable {
    /// Text with its line end; blank when nothing but spaces and tabs stands before the end.
    case text(blank: Bool, endsLine: Bool)
    case tag(Sigil)
  }

  let kind: Kind
  /// The bytes of the whole piece, delimiters included.
  let range: Range<Int>
  /// The bytes of a tag's content without the sigil and the spaces around it.
  let name: Range<Int>
  /// Whether the piece is the first of its line.
  let startsLine: Bool
}

/// What a tag does, after the character that follows its opening delimiter.
enum Sigil {
  case value, raw, section, inverted, close, comment, partial, parent, block, delimiters

  init(_ byte: UInt8?) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): self = .raw
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "="): self = .delimiters
    default: self = .value
    }
  }

  /// The character in messages.
  var mark: String {
    switch self {
    case .value, .raw: ""
    case .section: "#"
    case .inverted: "^"
    case .close: "/"
    case .comment: "!"
    case .partial: ">"
    case .parent: "<"
    case .block: "$"
    case .delimiters: "="
    }
  }
}
