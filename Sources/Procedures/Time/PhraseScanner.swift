/// A cursor over the first few characters of a text, folded so that spelling variants read the same.
///
/// Full-width forms become half width, capitals small, all dashes `-`, all tildes `~`, all colons `:`, and a run of
/// blanks one blank. The window is bounded, so that whatever a reader tries costs a constant.
struct PhraseScanner {
  /// What is being read.
  enum Context: Hashable {
    /// The start of a step: the phrase ends where prose may begin.
    case start
    /// The whole value of a field.
    case field(Moment.Field)
  }

  /// Where a character stands in the text.
  private struct Place {
    /// The first byte of it (of the first blank in a run), and the byte after it.
    var start: Int32
    var end: Int32
    /// Whether it was a capital Latin letter.
    var isCapital: Bool
  }

  /// The text, as it was given.
  private let bytes: Bytes
  /// The folded characters.
  let scalars: Lent<UInt32>
  private let places: Lent<Place>
  /// Whether the window reaches the end of the text.
  let isComplete: Bool
  /// What is being read.
  let context: Context
  /// The anchors of the document, longest name first.
  let anchors: Lent<AnchorTable.Anchor>
  /// Their first characters.
  let anchorStarts: Lent<UInt32>
  /// The next character.
  var index = 0
  /// Where something stands that looks like a time and is none, as character places; the first one counts.
  var fault: Range<Int>?

  /// The most characters that are looked at, at the start of a step and in a field.
  static let startWindow = 160
  static let fieldWindow = 400

  /// Folds the beginning of a text and lends a cursor over it; leading blanks are skipped. Bad UTF-8 reads as U+FFFD, a
  /// byte at a time.
  static func lend<R>(
    _ bytes: Bytes, context: Context, anchors: AnchorTable, _ body: (inout PhraseScanner) -> R
  ) -> R {
    let window = min(context == .start ? startWindow : fieldWindow, bytes.count)
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: window) { scalars in
      withUnsafeTemporaryAllocation(of: Place.self, capacity: window) { places in
        var folding = PhraseFolding(scalars: scalars, places: places)
        let isComplete = folding.read(bytes)
        return anchors.byLength.withUnsafeBufferPointer { names in
          anchors.starts.withUnsafeBufferPointer { starts in
            var scanner = PhraseScanner(
              bytes: bytes, scalars: Lent(UnsafeBufferPointer(rebasing: scalars[..<folding.count])),
              places: Lent(UnsafeBufferPointer(rebasing: places[..<folding.count])), isComplete: isComplete,
              context: context, anchors: Lent(names), anchorStarts: Lent(starts))
            return body(&scanner)
          }
        }
      }
    }
  }

  /// The first byte of a character, counted from the start of the text.
  func start(of place: Int) -> Int { Int(places[place].start) }

  /// The byte after a character, counted from the start of the text.
  func end(of place: Int) -> Int { Int(places[place].end) }

  /// Whether a character was a capital Latin letter.
  func isCapital(_ place: Int) -> Bool { places[place].isCapital }

  /// The characters of a text while they are folded.
  private struct PhraseFolding {
    let scalars: UnsafeMutableBufferPointer<UInt32>
    let places: UnsafeMutableBufferPointer<Place>
    var count = 0

    /// Folds until the window is full.
    ///
    /// - Returns: whether it holds the whole text.
    mutating func read(_ bytes: Bytes) -> Bool {
      var index = bytes.startIndex
      while index < bytes.endIndex {
        let (raw, next) = PhraseScanner.decoded(bytes, at: index)
        let folded = PhraseScanner.fold(raw)
        let end = Int32(truncatingIfNeeded: next - bytes.startIndex)
        if folded == 0x20, count == 0 || scalars[count - 1] == 0x20 {
          if count > 0 { places[count - 1].end = end }
        } else {
          if count == scalars.count { break }
          scalars.initializeElement(at: count, to: folded)
          places.initializeElement(
            at: count,
            to: Place(
              start: Int32(truncatingIfNeeded: index - bytes.startIndex), end: end,
              isCapital: (0x41...0x5A).contains(raw) || (0xFF21...0xFF3A).contains(raw)))
          count += 1
        }
        index = next
      }
      return index == bytes.endIndex
    }
  }

  /// What the author wrote for some characters; the range is not empty and inside the window.
  func text(_ range: Range<Int>) -> String {
    let (start, end) = (start(of: range.lowerBound), end(of: range.upperBound - 1))
    return bytes[(bytes.startIndex + start)..<(bytes.startIndex + end)].string
  }

  /// A name folded for comparison, without blanks around it.
  static func folded(_ name: String) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in name.unicodeScalars {
      let folded = fold(scalar.value)
      if folded != 0x20 || (result.last ?? 0x20) != 0x20 { result.append(folded) }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  private static func decoded(_ bytes: Bytes, at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    if length == 1 { return (first < 0x80 ? UInt32(first) : 0xFFFD, index + 1) }
    guard bytes.endIndex - index >= length else { return (0xFFFD, index + 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, index + 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, index + length)
  }

  /// The folded form of one character (spec/format.md, preamble).
  static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x41...0x5A: scalar + 0x20
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: 0x2D
    case 0x223C, 0x301C: 0x7E
    case 0x2236, 0xFE30, 0xFE55: 0x3A
    case 0xFF01...0xFF5E: fold(scalar - 0xFEE0)
    default: scalar
    }
  }
}

extension PhraseScanner {
  /// The character some places ahead; 0 outside the window.
  func peek(_ ahead: Int = 0) -> UInt32 {
    let place = index + ahead
    return place >= 0 && place < scalars.count ? scalars[place] : 0
  }

  /// Runs a reader and goes back when it finds nothing.
  mutating func attempt<T>(_ reader: (inout PhraseScanner) -> T?) -> T? {
    let start = index
    if let value = reader(&self) { return value }
    index = start
    return nil
  }

  /// Steps over a blank, if there is one.
  mutating func skipBlank() {
    if peek() == 0x20 { index += 1 }
  }

  /// Takes a literal, written in its folded form.
  mutating func take(_ literal: StaticString) -> Bool {
    var place = index
    var byte = literal.utf8Start
    let end = byte + literal.utf8CodeUnitCount
    while byte < end {
      guard place < scalars.count, scalars[place] == Self.decoded(&byte) else { return false }
      place += 1
    }
    index = place
    return true
  }

  /// The next character of a literal, which has none outside the basic plane.
  @inline(__always)
  private static func decoded(_ byte: inout UnsafePointer<UInt8>) -> UInt32 {
    let first = UInt32(byte[0])
    if first < 0x80 {
      byte += 1
      return first
    }
    if first < 0xE0 {
      defer { byte += 2 }
      return (first & 0x1F) << 6 | UInt32(byte[1] & 0x3F)
    }
    defer { byte += 3 }
    return (first & 0x0F) << 12 | UInt32(byte[1] & 0x3F) << 6 | UInt32(byte[2] & 0x3F)
  }

  /// Takes the first literal that fits; longer ones stand before their beginnings.
  mutating func take(anyOf literals: [StaticString]) -> Bool {
    for literal in literals where take(literal) { return true }
    return false
  }

  /// Takes English words that end where a word ends.
  mutating func takeWords(_ words: StaticString) -> Bool {
    attempt { $0.take(words) && !Self.isWord($0.peek()) ? true : nil } ?? false
  }

  /// Takes the first of several English phrases.
  mutating func takeWords(anyOf phrases: [StaticString]) -> Bool {
    // All phrases begin with a letter.
    guard Self.isLetter(peek()) else { return false }
    for phrase in phrases where takeWords(phrase) { return true }
    return false
  }

  /// Takes a folded name; one that ends in a Latin letter or digit must end a word.
  mutating func take(name: [UInt32]) -> Bool {
    guard scalars.count - index >= name.count, scalars[index..<(index + name.count)].elementsEqual(name) else {
      return false
    }
    if let last = name.last, Self.isWord(last), Self.isWord(peek(name.count)) { return false }
    index += name.count
    return true
  }

  /// Takes a run of Latin letters; nil when there is none or it is longer than any word that is known.
  mutating func word() -> String? {
    attempt { scanner in
      var text = ""
      while Self.isLetter(scanner.peek()) {
        guard text.utf8.count < 16, let scalar = Unicode.Scalar(scanner.peek()) else { return nil }
        text.unicodeScalars.append(scalar)
        scanner.index += 1
      }
      return text.isEmpty ? nil : text
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

  static func isWord(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || isLetter(scalar) || (0xC0...0x24F).contains(scalar)
  }

  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar) || (0x20000...0x323AF).contains(scalar)
  }
}
