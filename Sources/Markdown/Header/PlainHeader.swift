internal import Diagnostics

/// Reads the front matter that nearly every file has without libyaml: `key: text`, `key: [a, b]`, `key: {a: b}` and
/// indented bullets, each on one line, in plain words.
///
/// What it takes, libyaml reads as the same entries with the same places, without a finding; anything else it leaves to
/// libyaml as a whole. `HeaderTests` holds the two against each other.
struct PlainHeader {
  /// The most bytes of a key, far below what YAML allows.
  private static let longestKey = 64
  /// The most keys of a map below a key; more are left to libyaml.
  private static let mostKeys = 16

  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var index = 0

  /// The entries of a block, or nil where it is not that plain. Linear.
  ///
  /// - Parameters:
  ///   - bytes: the block without its fences.
  ///   - base: where it begins in the file.
  static func entries(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> [Header.Entry]? {
    var reader = PlainHeader(bytes: bytes, base: base)
    var entries: [Header.Entry] = []
    entries.reserveCapacity(16)
    while reader.index < bytes.count {
      guard let entry = reader.entry() else { return nil }
      entries.append(entry)
    }
    return entries
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
  }

  /// The next byte; a line feed behind the last.
  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0x0A }

  private mutating func entry() -> Header.Entry? {
    guard let key = key() else { return nil }
    skipBlanks()
    switch byte {
    case 0x0A: return bullets().map { Header.Entry(key: key, value: $0) }
    case 0x5B, 0x7B:
      guard let value = flow(depth: 1), endLine() else { return nil }
      return Header.Entry(key: key, value: value)
    default:
      guard let text = text(inFlow: false), endLine() else { return nil }
      return Header.Entry(key: key, value: .scalar(text))
    }
  }

  /// Takes a key with its colon and what must stand behind it.
  private mutating func key() -> Header.Scalar? {
    let start = index
    guard let key = text(inFlow: true), index - start <= Self.longestKey, byte == 0x3A else { return nil }
    index += 1
    return byte == 0x20 || byte == 0x0A ? key : nil
  }

  /// Takes the lines `  - text` behind a key, all indented alike.
  private mutating func bullets() -> Header.Value? {
    index += 1
    let indent = blanks()
    let start = index + indent
    var items: [Header.Value] = []
    while index < bytes.count, bytes[index] == 0x20 {
      guard indent > 0, blanks() == indent else { return nil }
      index += indent
      guard byte == 0x2D else { return nil }
      index += 1
      guard byte == 0x20 else { return nil }
      skipBlanks()
      guard let text = text(inFlow: false) else { return nil }
      items.append(.scalar(text))
      guard endLine() else { return nil }
    }
    guard let last = items.last else { return nil }
    return .list(items, SourceRange(base + start, Int(last.range.end)))
  }

  /// Takes `[a, b]` or `{a: b}`.
  private mutating func flow(depth: Int) -> Header.Value? {
    guard depth < Header.depthLimit else { return nil }
    let start = index
    let isMap = byte == 0x7B
    var entries: [Header.Entry] = []
    var items: [Header.Value] = []
    repeat {
      index += 1
      skipBlanks()
      if isMap {
        guard let key = key(), isNew(key, in: entries) else { return nil }
        skipBlanks()
        guard let value = flowValue(depth) else { return nil }
        entries.append(Header.Entry(key: key, value: value))
      } else {
        guard let value = flowValue(depth) else { return nil }
        items.append(value)
      }
      skipBlanks()
    } while byte == 0x2C
    guard byte == (isMap ? 0x7D : 0x5D) else { return nil }
    index += 1
    let range = SourceRange(base + start, base + index)
    return isMap ? .map(entries, range) : .list(items, range)
  }

  private mutating func flowValue(_ depth: Int) -> Header.Value? {
    if byte == 0x5B || byte == 0x7B { return flow(depth: depth + 1) }
    return text(inFlow: true).map { .scalar($0) }
  }

  private func isNew(_ key: Header.Scalar, in entries: [Header.Entry]) -> Bool {
    entries.count < Self.mostKeys && !entries.contains { $0.key.text.utf8.elementsEqual(key.text.utf8) }
  }

  /// Takes plain words up to what ends them; blanks at the end are left.
  private mutating func text(inFlow isFlow: Bool) -> Header.Scalar? {
    let start = index
    guard PlainBytes.opens(byte) || PlainBytes.wide(bytes, index) > 0 else { return nil }
    var end = start
    while index < bytes.count {
      let byte = bytes[index]
      if PlainBytes.isInside(byte) || (byte == 0x2C && !isFlow) || (byte == 0x3A && isClock) {
        index += 1
        end = index
      } else if byte == 0x20 {
        index += 1
      } else if byte >= 0x80 {
        let width = PlainBytes.wide(bytes, index)
        if width == 0 { return nil }
        index += width
        end = index
      } else {
        break
      }
    }
    index = end
    let words = UnsafeBufferPointer(rebasing: bytes[start..<end])
    return Header.Scalar(text: String(decoding: words, as: UTF8.self), range: SourceRange(base + start, base + end))
  }

  /// Whether the colon here stands between digits, where it never ends a text.
  private var isClock: Bool {
    index > 0 && index + 1 < bytes.count && PlainBytes.isDigit(bytes[index - 1]) && PlainBytes.isDigit(bytes[index + 1])
  }

  private mutating func endLine() -> Bool {
    skipBlanks()
    guard byte == 0x0A else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() { index += blanks() }

  private func blanks() -> Int {
    var end = index
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return end - index
  }
}

/// The bytes that mean nothing but themselves in a plain text of YAML.
private enum PlainBytes {
  /// Whether a byte may begin a text: a letter or a digit.
  static func opens(_ byte: UInt8) -> Bool { byte < 0x80 && ASCII.isLetterOrDigit(byte) }

  /// Whether a byte may stand inside a text, wherever it is.
  static func isInside(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28...0x29, 0x2B, 0x2D...0x39, 0x3B...0x3D, 0x40...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The width of a Han character, of punctuation that goes with it, or of a full-width form; 0 for anything else, such
  /// as the line ends U+0085 and U+2028 of YAML.
  static func wide(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard index + 2 < bytes.count, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
    switch (bytes[index], bytes[index + 1]) {
    case (0xE3...0xE9, 0x80...0xBF), (0xEF, 0xBC...0xBD): return 3
    case (0xE2, 0x80): return bytes[index + 2] >= 0x90 && bytes[index + 2] <= 0xA7 ? 3 : 0
    default: return 0
    }
  }
}
