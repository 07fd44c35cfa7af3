internal import CYAML

/// One event of libyaml with its place in bytes.
struct YAMLEvent {
  enum Kind { case scalar, alias, listStart, listEnd, mapStart, mapEnd, documentStart, documentEnd, streamEnd, other }
  enum Style { case plain, quoted, escaped, block }

  var kind: Kind
  var text = ""
  var style = Style.plain
  /// The bytes of the event, counted from the start of the stream's bytes.
  var range: Range<Int>
  /// Whether the author wrote an anchor (`&a`) here.
  var hasAnchor = false
  /// Whether the author wrote a tag (`!a`) or a tag directive here.
  var hasTag = false
}

/// What stopped libyaml.
struct YAMLProblem {
  enum Stage { case reader, scanner, parser, other }

  var stage: Stage
  /// The problem in libyaml's words.
  var words: String
  /// The first byte of the problem, counted from the start of the stream's bytes.
  var offset: Int
  /// The first byte of the token that libyaml was in; equal to `offset` where it names none.
  var contextOffset: Int
}

/// The events of libyaml over some bytes. Owns the C parser; its marks count characters and become bytes here, once.
struct YAMLStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isReady: Bool
  private var character = 0
  private var byte = 0

  /// Opens the bytes, which must outlive the stream.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// The next event; nil when libyaml stopped at a problem.
  mutating func next() -> YAMLEvent? {
    var event = yaml_event_t()
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { return nil }
    defer { yaml_event_delete(&event) }
    let start = offset(ofCharacter: event.start_mark.index)
    let range = start..<max(start, offset(ofCharacter: event.end_mark.index))
    switch event.type {
    case YAML_SCALAR_EVENT: return Self.scalar(event, range)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, range: range)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return YAMLEvent(kind: .listStart, range: range, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return YAMLEvent(kind: .mapStart, range: range, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .listEnd, range: range)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mapEnd, range: range)
    case YAML_DOCUMENT_START_EVENT:
      let data = event.data.document_start
      let hasTag = data.tag_directives.start != data.tag_directives.end
      return YAMLEvent(kind: .documentStart, range: range, hasTag: hasTag)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, range: range)
    case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .streamEnd, range: range)
    default: return YAMLEvent(kind: .other, range: range)
    }
  }

  /// What stopped the stream, after `next()` gave nil.
  mutating func problem() -> YAMLProblem {
    guard isReady, let words = parser.pointee.problem.map({ String(cString: $0) }) else {
      return YAMLProblem(stage: .other, words: "out of memory", offset: byte, contextOffset: byte)
    }
    let kind = parser.pointee.error
    if kind == YAML_READER_ERROR {
      let place = min(Int(clamping: parser.pointee.problem_offset), bytes.count)
      return YAMLProblem(stage: .reader, words: words, offset: place, contextOffset: place)
    }
    let place = offset(ofCharacter: parser.pointee.problem_mark.index)
    let hasContext = parser.pointee.context != nil
    let context = hasContext ? offset(ofCharacter: parser.pointee.context_mark.index) : place
    let stage = kind == YAML_SCANNER_ERROR ? YAMLProblem.Stage.scanner : .parser
    return YAMLProblem(stage: stage, words: words, offset: place, contextOffset: min(context, place))
  }

  private static func scalar(_ event: yaml_event_t, _ range: Range<Int>) -> YAMLEvent {
    let data = event.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let style: YAMLEvent.Style =
      switch data.style {
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .escaped
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .quoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    return YAMLEvent(
      kind: .scalar, text: text, style: style, range: range, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
  }

  /// Walks from the last mark to this one; marks come nearly in order, so that all walks together are linear.
  private mutating func offset(ofCharacter index: Int) -> Int {
    while character < index, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > index, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }
}
